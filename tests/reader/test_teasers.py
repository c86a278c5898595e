"""What promises an article on a page, and what does not."""

import pytest

from tests.reader.small import page

LINKS = "".join(
    f'<li><h3><a href="/tin-{n}-100{n}.html">{title}</a></h3></li>'
    for n, title in enumerate(
        ("Giá lúa đồng bằng tăng trở lại", "Học sinh vùng cao trở lại trường", "Bảo tàng mở cửa buổi tối")
    )
)


def test_teasers_of_a_page_that_is_one_form() -> None:
    found = page(
        f"<form id='aspnetForm' action='/'><h2>Tin mới</h2><ul>{LINKS}</ul></form>", url="https://bao.example/"
    )
    assert [len(block.teasers) for block in found.blocks] == [3]


@pytest.mark.parametrize("line", ["Theo dõi Báo Thử trên", "Bạn thấy bài viết này có hữu ích không?"])
def test_teasers_below_a_line_that_asks_something_of_the_reader(line: str) -> None:
    found = page(f"<div><h2>Media</h2><div><div>{line}</div><ul>{LINKS}</ul></div></div>", url="https://bao.example/")
    assert sum(len(block.teasers) for block in found.blocks) == 3


def test_a_page_of_a_subject_is_no_teaser() -> None:
    links = (
        LINKS
        + "<li><a href='/event/cang-thang-leo-thang-tren-ban-dao-3230.htm'>Căng thẳng leo thang trên bán đảo</a></li>"
    )
    found = page(f"<h2>Tin mới</h2><ul>{links}</ul>", url="https://bao.example/")
    assert sum(len(block.teasers) for block in found.blocks) == 3


def test_a_tab_above_half_of_the_page_chooses_nothing() -> None:
    links = "".join(f"<li><a href='/tin-{n}-100{n}.html'>Chuyện thứ {n} ở thị xã Đông Hà</a></li>" for n in range(40))
    for count, kind in ((40, "other"), (10, "most_read")):
        some = "</li>".join(links.split("</li>")[:count])
        found = page(f"<div><h2>Đọc nhiều</h2><ul>{some}</ul></div>", url="https://bao.example/")
        assert [(block.kind, len(block.teasers)) for block in found.blocks] == [(kind, count)]
