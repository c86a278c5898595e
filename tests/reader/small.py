"""A small page of our own around a body."""

from datetime import UTC, datetime

from diemtin.news import Capture, Reading
from diemtin.reader import read

TEXT = "Hội đồng thị xã hôm nay họp bàn việc sửa cầu, với sự tham gia của nhiều hộ dân hai bên bờ sông. " * 3


def page(body: str, head: str = "", url: str = "https://bao.example/tin-123456.html") -> Reading:
    title = "Thị xã bàn sửa cầu - Báo Thử"
    html = f'<!doctype html><html lang="vi"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
    return read(Capture(html.encode(), url=url, fetched=datetime(2025, 1, 18, 3, 0, tzinfo=UTC)))
