"""Pages as text, the way archives of text keep them: the title first, then every line of the page."""

import pytest

from diemtin.news import Article, Capture
from diemtin.reader import read

TEXT = "Hội đồng thị xã hôm nay họp bàn việc sửa cầu, với sự tham gia của nhiều hộ dân hai bên bờ sông, và sẽ họp lại tuần sau."
BODY = [f"{count} {TEXT}" for count in ("Một.", "Hai.", "Ba.", "Bốn.")]
HEADLINE = "Thị xã Đông Hà sửa cầu cũ trong ba tháng"
MENU = ["Thời sự", "Thế giới", "Kinh doanh", "Giá lúa đồng bằng tăng trở lại sau Tết", "Bảo tàng huyện mở cửa buổi tối"]


def article(*lines: str) -> Article:
    text = "\n".join([f"{HEADLINE} - Báo Thử", *MENU, *lines])
    (found,) = read(Capture(text.encode(), url="https://bao.example/sua-cau-1.html", media_type="text/plain")).articles
    return found


def test_the_headline_is_the_line_that_prints_the_title_again() -> None:
    found = article("Đọc báo in của hôm nay trên mạng", HEADLINE, *BODY)
    assert (found.title, list(found.paragraphs)) == (HEADLINE, BODY)


@pytest.mark.parametrize(
    "lines",
    [
        ["Thứ sáu, 17/1/2025, 19:57 (GMT+7)", HEADLINE],
        [HEADLINE, "17/01/2025 19:57"],
        [HEADLINE, "17-01-2025 - 19:57 | Xã hội"],
        [HEADLINE, "Theo Báo Mẫu | 17/01/2025 19:57"],
    ],
)
def test_the_date_stands_beside_the_headline(lines: list[str]) -> None:
    found = article(*lines, *BODY)
    assert (found.title, list(found.paragraphs)) == (HEADLINE, BODY)
    assert str(found.published.start)[:16] in ("2025-01-17 12:57", "2025-01-17 19:57")
    assert found.byline == ("Theo Báo Mẫu" if "Theo" in lines[-1] else None)


@pytest.mark.parametrize(
    "line", ["Ý kiến bạn đọc (33)", "Gửi bình luận", "Giấy phép số 123/GP-BTTTT do Bộ Thử nghiệm cấp", "© 2025 Báo Thử"]
)
def test_what_readers_wrote_and_the_foot_are_no_body(line: str) -> None:
    found = article(HEADLINE, *BODY, line, f"Tôi thấy thế này. {TEXT}", f"Gửi bạn. {TEXT}")
    assert list(found.paragraphs) == BODY


def test_a_credit_of_a_picture_ends_nothing() -> None:
    found = article(HEADLINE, *BODY[:3], "© Minh Hà / Báo Thử", *BODY[3:])
    assert list(found.paragraphs) == BODY


def test_a_sentence_with_a_dash_and_a_unit_is_no_credit() -> None:
    line = "Vàng miếng sáng nay được niêm yết tại 180,8-183,8 triệu đồng/lượng (mua - bán), giảm 900.000 đồng/lượng mỗi chiều."
    found = article(HEADLINE, BODY[0], line, *BODY[1:])
    assert list(found.paragraphs) == [BODY[0], line, *BODY[1:]]


@pytest.mark.parametrize("behind", [" - Báo Thử", " | Xã hội | Báo Thử", "-sua cau cu trong ba thang"])
def test_the_title_may_have_other_names_behind_the_headline(behind: str) -> None:
    text = "\n".join([HEADLINE + behind, *MENU, "Đọc báo in của hôm nay trên mạng", HEADLINE, *BODY])
    (found,) = read(Capture(text.encode(), url="https://bao.example/sua-cau-1.html", media_type="text/plain")).articles
    assert (found.title, list(found.paragraphs)) == (HEADLINE, BODY)


def test_headlines_with_a_sapo_each_below_the_text_are_a_list_of_others() -> None:
    others = [
        ("Giá lúa đồng bằng tăng trở lại sau kỳ nghỉ Tết", "Thương lái tìm về tận ruộng để đặt cọc cho vụ tới."),
        ("Học sinh vùng cao trở lại trường sau đợt rét dài", "Hơn hai nghìn em ở ba xã đã vào lớp từ sáng nay."),
        ("Bảo tàng huyện mở cửa buổi tối cho người đi làm", "Khách xem được hiện vật đến chín giờ tối thứ Sáu."),
    ]
    found = article(HEADLINE, *BODY, *(line for pair in others for line in pair))
    assert list(found.paragraphs) == BODY
    two = article(HEADLINE, *BODY, *(line for pair in others[:1] for line in pair), *BODY[:2])
    assert BODY[-1] in two.paragraphs  # one such pair may be a subhead and its text
