"""Is this a Vietnamese syllable; and which syllables begin sentences without being names.

A syllable of the language is an onset, a rhyme and a tone; the check needs no word list, and a foreign name ("Blinken",
"Kamikawa", "Yushchenko") nearly always fails it, which is what names need to know.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0301", "\u0309", "\u0303", "\u0323"}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?"
    r"(?:oa|oă|oe|uâ|uê|uy|uơ|uô|ươ|iê|yê|ia|ya|ua|ưa|uyê|uya|oo|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
    r"(?:ch|ng|nh|c|m|n|p|t|i|o|u|y)?"
)


@lru_cache(maxsize=8192)
def is_vietnamese(word: str) -> bool:
    """Could this be one syllable of Vietnamese, by its spelling?"""
    bare = "".join(part for part in unicodedata.normalize("NFD", word.lower()) if part not in _TONES)
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


PARTICLES = frozenset("van der den de la del von bin ibn al el da dos di le du ter abu ul und e".split())
"""Small words inside foreign names."""

COMMON = frozenset(
    """
    ai anh ba bà bài bàn ban bán bản bằng báo bảo bao bất bây bên bị biết bộ bốn bởi bước buổi bức cả các cách
    cái càng cần cấm câu chỉ chị chiếc chiến chiều chính cho chưa chúng chuyến chủ chuyên có coi con còn cô cơ
    cõi cố công cứ cũng cùng cuộc cuối cụ dân dành dạo dẫn dấu diễn do dù dưới dự dường đã đang đa đầu đại
    đánh đáng đáp đây đấy đề để đến đêm đều đi điều đìều đó đoàn đòi đối đội đồng đợt đứng được đưa đúng đương
    em gần gây gặp ghi gì giá giải giám giờ giới giữa giúp hai hãng hãy hành hàng hầu hậu hệ hết hiện hiệp
    hình họ hoạt hôm hội hồi hơn hợp hứa khi khả khác khoảng không khu khẳng kể kế kèm kêu kết kinh kỳ là làm
    lại lần lãnh lệnh liên liệu loại lúc luật lực lý mà mặc mang mãi mặt mấy mỗi mọi một mới mục muốn mức mưa
    nạn nào này năm nắm nay nếu ngay ngày ngoài ngôi người nguồn ngược nghe nghi như những nhưng nhằm nhân
    nhận nhất nhiều nhiệm nhìn nhóm nhờ nhà nhiệt nói nơi nội nữ nước ông ở phái phải phần phía phiên phó
    phương phát phản phóng qua quả quan quân quá quốc quyết quyền ra rằng rất rõ rồi sao sau sáng sắp sẽ số
    song sở sự suốt tại tám tàu tất tên thay tháng thành thái thật thấy theo thế thì thông thời thứ thủ thực
    tình tin tiếp tiến tiếng tiền tính tới tổ tôi tổng tối trả trái trận trên trong trước trưa trừ trung từ
    từng tuần tuy tuyên tuổi tướng ủy vài vẫn vấn vậy về vì việc viên vốn vòng vụ vừa vào với xét xin xung yêu
    ý cháu chàng nàng bạn mình hắn nó dựa riêng kẻ dọc ngồi xa lời thư tư hạ thượng thân tiếc thỏa cảnh giao
    chi chuẩn chương cựu di dịch duy điểm điện đời đơn đường hiếm hỏi khách khai khóa khối lượng lễ máy mưu
    ngành nghị nhật nỗi phe phụ phút rời sinh sức tai thảm thêm thống thương tiểu tìm toàn tôn trách triển
    trọng truyền trường tuyệt tự vai vị vùng xe xuất cảm vâng ừ ôi à ồ hỡi chào kính thưa cám hoan chúc trở
    đọc xem ảnh video clip tay chân mắt lòng tim dẫu giả thậm chí hễ đừng chớ đâu kia ấy nọ đôi ít lắm thôi
    đành đặc biệt cơn cột cuốn cây hòn ngọn tấm mảnh mẫu miền mỏ mùa nền ngã ngân nghìn trăm triệu tỷ sáu bảy
    chín mười chuỗi áp bão lũ vẻ lối tờ lá kho cửa nguyên tân hồ sơ tác thách thi thử tham tăng giảm dừng dùng
    dựng đóng mở chống chọn chuyển chứng chịu chạy chờ chết chôn cướp cưới bắt bắn bầu bỏ bổ buộc mua mất mời
    nhấn nhắc nổ nộp phạt phê rút sống sử tấn thả thắng thua thu thúc thừa thăm tố tránh treo truy ủng vượt
    xây xảy xác xử
    """.split()
)
"""Syllables that begin sentences of news often. Made from knowledge of the language; a name that is one of these alone
("Hồ") is still found after a title or an office."""
