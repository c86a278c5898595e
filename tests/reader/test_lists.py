"""How the systems of Vietnamese outlets lay out a list: the same words of our own, in elements and classes like theirs."""

import pytest

from diemtin.news import Capture
from diemtin.reader import read

TITLES = (
    "Giá lúa đồng bằng tăng trở lại sau Tết",
    "Học sinh vùng cao trở lại trường",
    "Bảo tàng huyện mở cửa buổi tối cho dân",
    "Thị xã Đông Hà sửa cầu cũ trong ba tháng",
    "Đội bóng tỉnh thắng trận thứ ba liên tiếp",
    "Nông dân trồng sen gặp khó",
)
SLUGS = (
    "gia-lua-dong-bang-tang-tro-lai-sau-tet",
    "hoc-sinh-vung-cao-tro-lai-truong",
    "bao-tang-huyen-mo-cua-buoi-toi-cho-dan",
    "thi-xa-dong-ha-sua-cau-cu-trong-ba-thang",
    "doi-bong-tinh-thang-tran-thu-ba-lien-tiep",
    "nong-dan-trong-sen-gap-kho",
)
SAPO = "Người dân ở ba xã nói chuyện này đã được bàn từ mùa trước, nay mới có tiền để làm cho xong."
MENU = (
    ("/thoi-su.html", "Thời sự"),
    ("/phap-luat-va-doi-song.html", "Pháp luật và đời sống"),
    ("/khoa-hoc-cong-nghe.html", "Khoa học - Công nghệ"),
    ("/van-hoa-nghe-thuat.html", "Văn hóa - Nghệ thuật"),
)

# One teaser of each layout: {title}, {sapo}, {slug} and {n}, a number.
LAYOUTS = {
    "all of it links": (
        '<article class="item-news thumb-left"><div class="thumb-art"><a href="/{slug}-48{n}.html" title="{title}">'
        '<img data-src="/i{n}.jpg" alt="{title}"></a></div><h2 class="title-news"><a href="/{slug}-48{n}.html">{title}</a></h2>'
        '<p class="description"><a href="/{slug}-48{n}.html">{sapo}</a></p></article>'
    ),
    "the section above each": (
        '<div class="box-category-item"><a class="box-category-avatar" href="/{slug}-20250117{n}.htm" title="{title}">'
        '<img src="/i{n}.jpg"></a><div class="box-content"><a class="box-category-category" href="/thoi-su.htm">Thời sự</a>'
        '<h3 class="box-title-text"><a href="/{slug}-20250117{n}.htm">{title}</a></h3><p class="box-category-sapo">{sapo}</p>'
        "</div></div>"
    ),
    "sapos without an element": (
        '<div class="news_column panel"><div class="panel-body"><a href="/vi/news/tin-tuc/{slug}-{n}.html" title="{title}">'
        '<img src="/i{n}.jpg"></a><h2><a href="/vi/news/tin-tuc/{slug}-{n}.html" title="{title}">{title}</a></h2>'
        '<div class="text-muted"><ul><li>17/01/2025 19:57:00</li><li>Đã xem: 120</li></ul></div>{sapo}</div></div>'
    ),
    "addresses that differ in a number": (
        '<div class="tin"><a class="tieude" href="/Pages/chi-tiet-tin.aspx?ItemID={n}&l=Tintuc">{title}</a>'
        '<span class="ngay">(17/01/2025)</span><div class="tomtat">{sapo}</div></div>'
    ),
    "addresses without a number": (
        '<div class="item"><h4><a href="/web/guest/tin-tuc/-/asset_publisher/content/{slug}">{title}</a></h4><p>{sapo}</p></div>'
    ),
}


def page(body: str) -> bytes:
    menu = "".join(f'<li><a href="{url}">{name}</a></li>' for url, name in MENU)
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Báo Thử</title></head>'
        f'<body><nav><ul>{menu}</ul></nav><form id="aspnetForm"><div class="container"><h1>Thời sự</h1>{body}</div></form>'
        "<footer><p>Cơ quan chủ quản: Bộ Thử nghiệm. Ghi rõ nguồn khi phát hành lại thông tin từ trang này.</p></footer></body>"
    ).encode()


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_list_in_the_layout(name: str) -> None:
    body = "".join(
        LAYOUTS[name].format(title=title, slug=slug, n=100 + place, sapo=f"{title[:7]}: {SAPO}")
        for place, (title, slug) in enumerate(zip(TITLES, SLUGS, strict=True))
    )
    reading = read(Capture(page(body), url="https://bao.example/thoi-su.html"))
    assert reading.articles == ()
    (block,) = reading.blocks
    assert tuple(teaser.title for teaser in block.teasers) == TITLES
    assert [teaser.lead for teaser in block.teasers] == [f"{title[:7]}: {SAPO}" for title in TITLES]
    if "section" in name:
        assert {teaser.section for teaser in block.teasers} == {"Thời sự"}
