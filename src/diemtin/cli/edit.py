"""``diemtin edit``: what editors decide, from the command line. The same acts as the editor's desk on the site."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import say

ByOption = Annotated[str, typer.Option(help="Who decided it.")]
WhyOption = Annotated[str, typer.Option(help="The reason, kept with the act.")]

edit = typer.Typer(no_args_is_help=True, help="Merge, split, move, rename and pin: the machine never undoes it.")


def register(app: typer.Typer) -> None:
    app.add_typer(edit, name="edit", epilog="Example: diemtin edit merge s5g97w3z s0k2m4q8 --why 'the same storm'")


@edit.command("merge", epilog="Example: diemtin edit merge sztyej4b synxx49p --why 'the same storm'")
def merge(
    source: Annotated[str, typer.Argument(metavar="STORY|THREAD")],
    target: Annotated[str, typer.Argument(metavar="INTO")],
    desk: DeskOption = None,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """Two stories (or two threads) are one: the second id stays, the first leads to it."""
    open_desk(desk, must_exist=True)
    from diemtin.desk import editing, editing_threads
    from diemtin.store import models

    if models.Thread.objects.filter(key=source).exists():
        typer.echo(editing_threads.merge_threads(source, target, by, why))
    else:
        typer.echo(editing.merge_stories(source, target, by, why))


@edit.command("split", epilog="Example: diemtin edit split aztyej4b aynxx49p --why 'another accident'")
def split(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...")],
    desk: DeskOption = None,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """These articles become a story of their own; its id is printed."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.editing import split_story

    typer.echo(split_story(articles, by, why))


@edit.command("move", epilog="Example: diemtin edit move sztyej4b aynxx49p")
def move(
    story: Annotated[str, typer.Argument(metavar="STORY")],
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...")],
    desk: DeskOption = None,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """These articles belong to that story."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.editing import move_articles

    typer.echo(move_articles(articles, story, by, why))


@edit.command("thread", epilog="Example: diemtin edit thread sztyej4b synxx49p --to new")
def thread(
    stories: Annotated[list[str], typer.Argument(metavar="STORY...")],
    to: Annotated[str, typer.Option(help="The thread's id, 'new', or 'none'.")],
    desk: DeskOption = None,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """Put stories on a thread, on a new one, or on none."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.editing_threads import begin_thread, put_on_thread

    if to == "new":
        typer.echo(begin_thread(stories, by, why=why))
    else:
        typer.echo(put_on_thread(stories, None if to == "none" else to, by, why) or "none")


@edit.command("rename", epilog="Example: diemtin edit rename sztyej4b 'Bão số 13 đổ bộ'")
def rename(
    what: Annotated[str, typer.Argument(metavar="STORY|THREAD")],
    title: Annotated[str, typer.Argument(metavar="TITLE", help="Empty: the machine names it again.")],
    desk: DeskOption = None,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """Give a story or a thread a title that stays."""
    open_desk(desk, must_exist=True)
    from diemtin.desk import editing, editing_threads
    from diemtin.store import models

    rename_it = (
        editing_threads.rename_thread if models.Thread.objects.filter(key=what).exists() else editing.rename_story
    )
    rename_it(what, title or None, by, why)


@edit.command("pin", epilog="Example: diemtin edit pin sztyej4b --block focus --place 1")
def pin(
    story: Annotated[str, typer.Argument(metavar="STORY")],
    block: Annotated[str, typer.Option(help="focus, hot, latest…")] = "focus",
    section: Annotated[str, typer.Option(help="A section's page; empty: the front.")] = "",
    place: Annotated[int, typer.Option(min=1, help="Which place of the block.")] = 1,
    off: Annotated[bool, typer.Option("--off", help="Take the pin off.")] = False,
    desk: DeskOption = None,
    by: ByOption = "",
) -> None:
    """Put a story on a place of a block, or take it off."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.editing import pin_story, unpin_story

    if off:
        unpin_story(block, story, by, section=section)
        say(f"{story} is no longer pinned in {block}")
    else:
        pin_story(block, story, by, section=section, place=place)
        say(f"{story} is pinned in {block}, place {place}")
