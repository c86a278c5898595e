"""``diemtin serve``: the site, from a desk."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import say

HostOption = Annotated[str, typer.Option(help="Address to listen on.")]
PortOption = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]
WorkersOption = Annotated[int, typer.Option(min=1, help="Processes that answer.")]


def register(app: typer.Typer) -> None:
    app.command("serve", epilog="Example: diemtin serve --desk ./desk --port 8000")(serve)


def serve(
    desk: DeskOption = None, host: HostOption = "127.0.0.1", port: PortOption = 8000, workers: WorkersOption = 2
) -> None:
    """Serve the site until interrupted."""
    open_desk(desk)
    run_server(host, port, workers)


def run_server(host: str, port: int, workers: int) -> None:
    """gunicorn with the site's WSGI application; returns when it is stopped."""
    from gunicorn.app.base import BaseApplication

    from diemtin.site.wsgi import application

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            self.cfg.set("bind", f"{host}:{port}")
            self.cfg.set("workers", workers)
            self.cfg.set("accesslog", None)
            self.cfg.set("errorlog", "-")
            self.cfg.set("loglevel", "warning")
            self.cfg.set("timeout", 60)
            self.cfg.set("limit_request_line", 8190)  # a long query in Vietnamese, each letter nine bytes in an address

        def load(self) -> object:
            return application

    say(f"serving on http://{host}:{port}/ (stop with Ctrl-C)")
    Server().run()
