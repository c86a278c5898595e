"""Cases of HTML that went wrong once, or would hurt: each a small page of our own."""

import pytest

from diemtin.errors import PageError
from diemtin.news import Capture
from diemtin.reader import read, to_json
from tests.reader.small import TEXT, page

ARTICLE = (
    '<h1>Thị xã bàn sửa cầu</h1><p class="sapo">Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau, theo phương án mới nhất.</p>'
    f'<div class="content"><p>{TEXT}</p><figure><img src="/a.jpg">'
    "<figcaption>Cây cầu nhìn từ bờ bắc. Ảnh: Minh Hà</figcaption></figure>"
    f"<p>Lần khác. {TEXT}</p></div>"
)


def test_sapo_body_and_figure_are_apart() -> None:
    article = page(ARTICLE).articles[0]
    assert article.title == "Thị xã bàn sửa cầu"
    assert article.lead is not None
    assert article.lead.startswith("Cây cầu cũ")
    assert len(article.paragraphs) == 2
    assert "bờ bắc" not in article.text
    figure = article.figures[0]
    assert (figure.caption, figure.credit, figure.after) == ("Cây cầu nhìn từ bờ bắc.", "Minh Hà", 1)
    assert figure.image == "https://bao.example/a.jpg"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Thứ sáu, 17/1/2025, 19:57 (GMT+7)", "2025-01-17T19:57:00+07:00"),
        ("19h57 ngày 17/1/2025", "2025-01-17T19:57:00+07:00"),
        ("Cập nhật lúc 07:57 tối, 17-01-2025", "2025-01-17"),
        ("3 giờ trước", "2025-01-18T07:00:00+07:00"),
    ],
)
def test_the_date_line_is_read(line: str, wanted: str) -> None:
    body = ARTICLE.replace("</h1>", f'</h1><div class="time">{line}</div>')
    published = to_json(page(body))["articles"][0]["published"]
    assert (published["from"] or "")[: len(wanted)] == wanted
    assert published["basis"] == ("inferred" if "trước" in line else "stated")


def test_hanoi_s_clock_called_utc_is_hanoi_s_clock() -> None:
    head = '<meta property="article:published_time" content="2025-01-17T19:57:00Z">'
    told = to_json(page(ARTICLE, head))["articles"][0]["published"]
    assert told["from"] == "2025-01-18T02:57:00+07:00"
    shown = ARTICLE.replace("</h1>", '</h1><div class="time">17/1/2025 19:57</div>')
    assert to_json(page(shown, head))["articles"][0]["published"]["from"] == "2025-01-17T19:57:00+07:00"


def test_a_page_that_states_no_date_is_unknown() -> None:
    assert to_json(page(ARTICLE))["articles"][0]["published"] == {
        "from": None, "to": None, "precision": "range", "basis": "unknown", "why": "no date on the page",
    }  # fmt: skip


def test_blocks_beside_the_article() -> None:
    links = "".join(f'<li><a href="/tin-{n}00001.html">Một tin khác rất đáng đọc số {n}</a></li>' for n in range(4))
    reading = page(ARTICLE + f"<div><h3>Tin liên quan</h3><ul>{links}</ul></div><div><h3>Đọc nhiều</h3></div>")
    assert [(block.kind, len(block.teasers)) for block in reading.blocks][:1] == [("related", 4)]
    assert reading.blocks[0].teasers[0].url == "https://bao.example/tin-000001.html"


def test_a_link_list_is_no_article() -> None:
    links = "".join(
        f'<div><h3><a href="/tin-{n}00001.html">Một tin rất đáng đọc số {n} của hôm nay</a></h3><p>{TEXT[:120]}</p></div>'
        for n in range(12)
    )
    reading = page(f"<div>{links}</div>", url="https://bao.example/")
    assert reading.articles == ()
    assert sum(len(block.teasers) for block in reading.blocks) == 12


def test_a_paywall_and_a_next_page_are_marked() -> None:
    article = page(
        ARTICLE + "<p>Đăng nhập để đọc tiếp bài viết này</p>", '<link rel="next" href="/tin-123456-2.html">'
    ).articles[0]
    assert article.paywalled
    assert article.next_page == "https://bao.example/tin-123456-2.html"


def test_the_next_article_of_a_blog_is_no_next_page() -> None:
    (article,) = page(ARTICLE, '<link rel="next" href="/tin-khac-123499.html">').articles
    assert article.next_page is None


@pytest.mark.parametrize(
    "line",
    [
        '<div class="css-by"><span class="css-au">Đỗ Hải Miên</span><time datetime="2025-01-17">17 tháng 1, 2025</time></div>',
        "<p>Đỗ Hải Miên · 17/1/2025 19:57</p>",
        '<div class="meta"><span class="author">Đỗ Hải Miên</span> <span>17/1/2025</span></div>',
        '<p class="author">Đỗ Hải Miên</p>',
    ],
)
def test_the_author_beside_the_date_is_the_byline(line: str) -> None:
    (article,) = page(ARTICLE.replace("</h1>", f"</h1>{line}")).articles
    assert article.byline == "Đỗ Hải Miên"


@pytest.mark.parametrize(
    "line", ["Thứ Sáu, 17/1/2025", "Cập nhật 17/1/2025", "Hà Nội - 17/1/2025", "Hà Nội, ngày 17/1/2025, ông nói vậy."]
)
def test_a_date_line_without_a_name_is_no_byline(line: str) -> None:
    assert page(ARTICLE.replace("</h1>", f"</h1><p>{line}</p>")).articles[0].byline is None


def test_a_name_right_below_the_text_is_the_byline_and_other_words_are_not() -> None:
    text = f"<h1>Thị xã bàn sửa cầu</h1><div><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"
    for line, wanted in (("Quốc Bảo", "Quốc Bảo"), ("Nhật Quang - Thùy Dương", "Nhật Quang - Thùy Dương")):
        assert page(f'{text}<div class="q7">{line}</div>').articles[0].byline == wanted
    for line in (
        "Tin Liên Quan",
        "Quảng Cáo",
        "Thế Giới",
        "Chia sẻ",
        "Bình luận",
        "Publié le",
        "Washington, Jan 17, 2025",
    ):
        assert page(f'{text}<div class="q7">{line}</div>').articles[0].byline is None


def test_a_number_is_no_author() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "author": {"name": "105092"}}</script>'
    assert page(ARTICLE, head).articles[0].byline is None


def test_the_author_may_stand_above_the_headline() -> None:
    line = (
        "<div class='author-wrap'><div class='author-name'><b>Đỗ Hải Miên</b></div><time>17/1/2025 19:57</time></div>"
    )
    assert page(line + ARTICLE).articles[0].byline == "Đỗ Hải Miên"


@pytest.mark.parametrize("line", ["Tác giả bài viết: Đỗ Hải Miên", "Bài, ảnh: Đỗ Hải Miên"])
def test_a_line_below_the_text_that_says_who_wrote_it(line: str) -> None:
    body = f"<h1>Thị xã bàn sửa cầu</h1><div><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div><div><p>{line}</p></div>"
    assert page(body).articles[0].byline == "Đỗ Hải Miên"


def test_by_whom_in_the_line_of_the_date() -> None:
    line = "<div>17/01/2025 <span class='byline'> bởi <span class='author vcard'><a href='/x'>Đỗ Hải Miên</a></span></span></div>"
    assert page(ARTICLE.replace("</h1>", f"</h1>{line}")).articles[0].byline == "Đỗ Hải Miên"


def test_what_machines_are_told_goes_before_a_name_by_the_date_unless_it_is_the_outlet() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "author": {"name": "%s"}}</script>'
    head += '<meta property="og:site_name" content="Báo Thử">'
    body = ARTICLE.replace("</h1>", "</h1><p>Đỗ Hải Miên · 17/1/2025 19:57</p>")
    assert page(body, head % "Lê Mai").articles[0].byline == "Lê Mai"
    assert page(body, head % "Báo Thử").articles[0].byline == "Đỗ Hải Miên"


@pytest.mark.parametrize("name", ["Mộc", "Phòng Bản tin thời tiết", "Kỹ sư Đồng Sĩ Lâm"])
def test_what_an_element_calls_the_author_is_the_byline(name: str) -> None:
    (article,) = page(ARTICLE + f'<p class="author">{name}</p>').articles
    assert article.byline == name


@pytest.mark.parametrize(
    "sapo",
    [
        "<p>{}</p>",  # right below the headline, outside the box of the text
        '<p class="xk3">{}</p>',
        "<h2>{}</h2>",
    ],
)
def test_a_sapo_that_nothing_marks_stands_apart(sapo: str) -> None:
    line = "Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau, theo phương án mới nhất của thị xã."
    body = f"<h1>Thị xã bàn sửa cầu</h1>{sapo.format(line)}<div class='z9'><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"
    assert page(body).articles[0].lead == line


REST = f"<div class='z9'><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"


def test_a_sapo_right_below_the_headline_needs_no_full_stop() -> None:
    line = "Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau theo phương án mới của thị xã"
    assert page(f"<h1>Thị xã bàn sửa cầu</h1><p class='xk'>{line}</p>{REST}").articles[0].lead == line


@pytest.mark.parametrize(
    "line",
    [
        "Nguyễn Thị Minh Hà, từ bờ bắc sông Lam, đăng lúc 19:57 ngày 17/1/2025",
        "Nguyễn Thị Minh Hà, Trần Quốc Bảo, Đỗ Hải Miên, Lê Hoàng Nhật Quang",
        "Cây cầu cũ nhìn từ bờ bắc vào một buổi sáng đầu tháng Giêng (Ảnh: Minh Hà)",
    ],
)
def test_a_date_names_or_a_caption_right_below_the_headline_are_no_sapo(line: str) -> None:
    assert page(f"<h1>Thị xã bàn sửa cầu</h1><p class='xk'>{line}</p>{REST}").articles[0].lead is None


def test_a_sentence_right_below_a_picture_is_no_sapo() -> None:
    line = "Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau, theo phương án mới của thị xã."
    (article,) = page(f"<h1>Thị xã bàn sửa cầu</h1><img src='/cau.jpg'><div class='xk'>{line}</div>{REST}").articles
    assert article.lead is None


def test_the_sapo_stands_below_author_date_and_buttons() -> None:
    line = "Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau, theo phương án mới của thị xã."
    between = "".join(
        f"<div>{word}</div>" for word in ("Minh Hà", "17/1/2025", "Chia sẻ", "In", "Lưu", "Nghe", "Cỡ chữ")
    )
    assert page(f"<h1>Thị xã bàn sửa cầu</h1>{between}<p class='xk'>{line}</p>{REST}").articles[0].lead == line


def test_under_a_second_headline_the_sentence_is_the_sapo() -> None:
    line = "Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau, theo phương án mới của thị xã."
    second = "<h2 class='q1'>Người dân hai bên bờ phải đi vòng thêm bảy cây số trong ba tháng</h2>"
    signed = "<address>Minh Hà</address><div>17/1/2025, 19:57</div>"
    (article,) = page(f"<h1>Thị xã bàn sửa cầu</h1>{second}<div class='xk'>{line}</div>{signed}{REST}").articles
    assert article.lead == line


@pytest.mark.parametrize("name", ["hometext m-bottom", "chappeau", "cate-24h-foot-arti-deta-sum sapo", "b__chapo"])
def test_a_sapo_by_its_class(name: str) -> None:
    line = "Cây cầu cũ đóng ba tháng"
    assert page(f"<h1>Thị xã bàn sửa cầu</h1><div class='{name}'>{line}</div>{REST}").articles[0].lead == line


def test_the_first_paragraph_is_no_sapo() -> None:
    body = f"<h1>Thị xã bàn sửa cầu</h1><div class='z9'><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"
    (article,) = page(body).articles
    assert article.lead is None
    assert len(article.paragraphs) == 3


def test_a_second_headline_is_no_sapo() -> None:
    second = '<h2 class="heading">Thị xã bàn sửa cầu cũ trong cuộc họp với dân hai bên bờ sông</h2>'
    line = "<p>Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau, theo phương án mới nhất của thị xã.</p>"
    body = (
        f"<h1>Thị xã họp bàn việc sửa cầu</h1>{second}{line}<div><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"
    )
    assert (page(body).articles[0].lead or "").startswith("Cây cầu cũ")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(range(256)) * 20,
        b"<html><body>" + b"<div>" * 100_000,
        b"<html><body>" + b"<ul><li>" * 100_000,
        b"<html><body>" + b"<a href=x>y</a>" * 600_000,
        b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
        b"<html>" + b"x" * 50_000_000,
    ],
)
def test_a_hostile_page_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(PageError) as caught:
        read(Capture(content, name="hostile.html"))
    assert "hostile.html" in str(caught.value)


def test_a_picture_below_the_byline_stands_after_the_last_paragraph() -> None:
    found = page(
        f"<h1>Thị xã bàn sửa cầu</h1><div class='content'><p>{TEXT}</p><p>Lần khác. {TEXT}</p><p><b>Minh Hà</b></p>"
        "<figure><img src='/a.jpg'><figcaption>Cây cầu nhìn từ bờ bắc.</figcaption></figure></div>"
    )
    (article,) = found.articles
    assert article.byline == "Minh Hà"
    assert [figure.after for figure in article.figures] == [len(article.body)] == [2]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Cây cầu nhìn từ bờ bắc / Ảnh Minh Hà", ("Cây cầu nhìn từ bờ bắc", "Minh Hà")),
        ("Thủ tướng phát biểu. Ảnh VGP/Nhật Bắc", ("Thủ tướng phát biểu.", "VGP/Nhật Bắc")),
        ("Einsatz der Polizei am Montag in Palma / Lorenzo Marina", ("Einsatz der Polizei am Montag in Palma", "Lorenzo Marina")),
        ("Cây cầu nhìn từ bờ bắc (Ảnh: Minh Hà).", ("Cây cầu nhìn từ bờ bắc", "Minh Hà")),
        ("Đoàn xe đi qua huyện Cần Giờ, TP. Hồ Chí Minh", ("Đoàn xe đi qua huyện Cần Giờ, TP. Hồ Chí Minh", None)),
    ],
)  # fmt: skip
def test_a_credit_that_no_colon_leads(line: str, wanted: tuple[str, str | None]) -> None:
    figure = f'<figure><img src="/a.jpg"><figcaption>{line}</figcaption></figure>'
    body = f"<h1>Thị xã bàn sửa cầu</h1><div><p>{TEXT}</p>{figure}<p>Hai. {TEXT}</p></div>"
    (found,) = page(body).articles[0].figures
    assert (found.caption, found.credit) == wanted


def test_a_caption_and_the_pieces_of_its_credit_in_an_element_without_a_name() -> None:
    line = "Cây cầu cũ nhìn từ bờ bắc vào một buổi sáng đầu tháng Giêng"
    picture = f"<div><img src='/cau.jpg'><div>{line} (</div><div>Ảnh:</div><div>Minh Hà)</div></div>"
    body = f"<h1>Thị xã bàn sửa cầu</h1><div><p>{TEXT}</p>{picture}<p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"
    (article,) = page(body).articles
    (figure,) = article.figures
    assert (figure.caption, figure.credit, figure.after) == (line, "Minh Hà", 1)
    assert len(article.body) == 3


def test_what_stands_below_the_counter_of_a_slide_show_is_a_caption() -> None:
    lines = [f"Người dân bờ bắc qua cầu cũ để sang chợ, lần thứ {n} trong tuần này." for n in ("nhất", "hai", "ba")]
    slides = "".join(
        f"<div><img src='/{n}.jpg'><div><div>{n} of 3 |</div><p>{line}</p></div></div>"
        for n, line in enumerate(lines, 1)
    )
    body = f"<h1>Thị xã bàn sửa cầu</h1><div><div>{slides}</div><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"
    (article,) = page(body).articles
    assert [figure.caption for figure in article.figures] == lines
    assert len(article.body) == 3


def test_what_stands_beside_a_picture_and_is_no_caption() -> None:
    for line in ("Chia sẻ", "17/1/2025 19:57", "By Minh Hà"):
        figure = f"<figure><img src='/a.jpg'><div>{line}</div></figure>"
        body = f"<h1>Thị xã bàn sửa cầu</h1><div><p>{TEXT}</p>{figure}<p>Hai. {TEXT}</p></div>"
        assert [figure.caption for figure in page(body).articles[0].figures] == [None]


def test_an_article_whose_element_is_called_after_printing() -> None:
    comments = "".join(f"<div><h3>Ý kiến</h3><p>{n}. {TEXT}</p></div>" for n in range(6))
    body = (
        "<h1>Thị xã bàn sửa cầu</h1>"
        f"<div class='article_content content_print'><p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></div>"
        f"<div class='visitors_comment_block'>{comments}</div>"
    )
    assert len(page(body).articles[0].paragraphs) == 3


def test_links_between_headline_and_text_make_no_list() -> None:
    links = "".join(f'<li><a href="/tin-{n}00001.html">Một tin khác rất đáng đọc số {n}</a></li>' for n in range(6))
    body = f"<div><h1>Thị xã bàn việc sửa cầu</h1><ul>{links}</ul><p>{TEXT}</p><p>Hai. {TEXT} {TEXT}</p></div>"
    assert len(page(body).articles) == 1


def test_a_table_of_data_is_one_passage_of_lines() -> None:
    rows = "".join(f"<tr><td>Đội số {n}</td><td>{n} trận</td><td>{3 * n} điểm</td></tr>" for n in range(1, 5))
    body = (
        f"<h1>Thị xã bàn sửa cầu</h1><div><p>{TEXT}</p><p>Hai. {TEXT}</p><table>{rows}</table>"
        f"<p>Ba. {TEXT}</p><p>Bốn. {TEXT}</p></div>"
    )
    tables = [passage for passage in page(body).articles[0].body if passage.kind == "table"]
    assert [passage.text.split("\n")[1] for passage in tables] == ["Đội số 2\t2 trận\t6 điểm"]


def test_a_table_that_lays_out_the_page_is_no_data() -> None:
    body = (
        "<table><tr><td>Trang chủ</td><td>Thể thao</td></tr><tr><td><h1>Thị xã bàn sửa cầu</h1>"
        f"<p>{TEXT}</p><p>Hai. {TEXT}</p><p>Ba. {TEXT}</p></td><td>Quảng cáo</td></tr></table>"
    )
    (article,) = page(body).articles
    assert [passage.kind for passage in article.body] == ["paragraph"] * 3


def test_comments_and_the_text_once_more_are_no_body() -> None:
    texts = [f"{count} {TEXT}" for count in ("Một.", "Hai.", "Ba.")]
    body = "".join(f"<p>{text}</p>" for text in texts)
    again = f"<div>{' '.join(texts)}</div>"
    comments = "".join(f"<li><p>Ý kiến {n}: {TEXT}</p></li>" for n in range(4))
    html = f"<h1>Thị xã bàn sửa cầu</h1><div>{body}{again}</div><div class='comment-list'><ul>{comments}</ul></div>"
    (article,) = page(html).articles
    assert list(article.paragraphs) == [text.strip() for text in texts]
