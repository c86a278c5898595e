"""The wordings that events hang on: verbs of speech, words of meeting, joints; and the index that holds them all.

Tags added to those of ``language.names``:

``v`` verb of speech · ``m`` meeting as a verb ("hội đàm với") · ``e`` meeting as a noun ("cuộc gặp") · ``s`` của ·
``&`` và, cùng · ``a`` với · ``t`` tại, ở · ``l`` là · ``f`` sẽ, dự kiến · ``x`` không, chưa · ``r`` hai bên, ba nước ·
``M`` a ministry's field · ``z`` head of an organisation's name · ``T`` theo · ``N`` lời, bài, sự (what follows is a noun) ·
``S`` bị, được · ``+`` kiêm
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from diemtin.language.names import Form, Index, make_form, make_index

SPEECH = (
    "cho biết, cho biết thêm, nói, nói rằng, nói thêm, tuyên bố, khẳng định, tái khẳng định, nhấn mạnh, cho rằng, nhận định, "
    "phát biểu, cảnh báo, kêu gọi, đánh giá, đánh giá cao, bày tỏ, cáo buộc, chỉ trích, bác bỏ, phủ nhận, thông báo, "
    "thừa nhận, cam kết, đề nghị, lưu ý, tiết lộ, giải thích, trả lời, đáp, viết, chia sẻ, tin rằng, bày tỏ tin tưởng, "
    "hy vọng, hi vọng, hoan nghênh, lên án, nêu rõ, cho hay, xác nhận, ca ngợi, mô tả, phản đối, phàn nàn, nhắc lại, "
    "bình luận, quả quyết, dự đoán, dự báo, tố cáo, đe dọa, dọa, kể, kể lại, thúc giục, hối thúc, gợi ý, khuyên, trấn an, "
    "phân tích, loan báo, lập luận, nói tiếp, tố, báo cáo, cảm ơn, cám ơn, ước tính, hỏi, chất vấn, tin, than, thổ lộ, tâm sự, ví, chỉ rõ, vạch rõ, đặt vấn đề, nêu, "
    "khẳng định rằng, tuyên bố rằng, cho biết rằng, nhấn mạnh rằng, nhận xét, phê phán, đổ lỗi, chúc mừng, bộc bạch, lên tiếng, "
    "tái khẳng định, bày tỏ lo ngại, bày tỏ quan ngại, bày tỏ hy vọng, quan ngại, lo ngại, chỉ ra, nhắc nhở, đề xuất, "
    "nói với, nói với báo giới, trả lời phỏng vấn, phát biểu với, khuyến cáo, thanh minh, phân trần, tán dương, yêu cầu, "
    "công bố, thuật lại, tường thuật, đưa tin, tiên đoán, ám chỉ, biện minh, hứa, ghi nhận, tin tưởng, "
    "quả quyết rằng, khẳng khái, mỉa mai, gọi, coi, ủng hộ, xem, cáo buộc rằng, cho biết là, tỏ ra, hứa hẹn, mong, mong muốn, mong rằng"
)
WEAK_SPEECH = frozenset(
    "gọi coi xem đáp kể nêu tố than ví viết mong mong_muốn ủng_hộ tỏ_ra công_bố ghi_nhận phân_tích đưa_tin tường_thuật "
    "lo_ngại quan_ngại giải_thích lên_tiếng tin hứa_hẹn dọa báo_cáo chia_sẻ trả_lời".split()
)
"""Verbs that report only with a quotation or a "rằng" after them: alone they are said of deeds as often as of words."""

MEET_VERBS = (
    "trao, họp báo chung với, hội đàm qua điện thoại với, ký kết, ký, thông qua, "
    "gặp, gặp gỡ, gặp mặt, gặp riêng, gặp riêng rẽ, gặp lại, hội đàm, hội đàm với, hội kiến, hội kiến với, tiếp kiến, "
    "điện đàm, điện đàm với, đàm phán, đàm phán với, đối thoại, đối thoại với, trao đổi, trao đổi với, tiếp, tiếp đón, đón tiếp, họp với, họp, "
    "thảo luận với, làm việc với, tiếp xúc với, thảo luận, hội ngộ, yết kiến, nhóm họp, gặp nhau, hội họp, họp kín, hội ý với, bàn bạc với, nói chuyện với, nói chuyện điện thoại với, "
    "ngồi vào bàn đàm phán, hội thảo với, tiếp xúc, thương thảo với, thương lượng với, ăn tối với, ăn trưa với, hội đàm kín với"
)
MEET_NOUNS = (
    "cuộc họp báo chung, buổi họp báo chung, họp báo chung, cuộc thương thuyết, cuộc hòa đàm, các cuộc đàm phán, các cuộc thảo luận, "
    "cuộc gặp, cuộc gặp gỡ, cuộc hội đàm, cuộc hội kiến, cuộc điện đàm, cuộc đàm phán, cuộc họp, cuộc hội ngộ, cuộc thảo luận, buổi gặp, buổi tiếp, "
    "buổi hội đàm, cuộc tiếp, cuộc tiếp xúc, hội nghị, hội nghị thượng đỉnh, hội nghị cấp cao, cuộc gặp thượng đỉnh, "
    "cuộc gặp cấp cao, thượng đỉnh, cuộc họp thượng đỉnh, vòng đàm phán, cuộc đối thoại, phiên họp, buổi làm việc, cuộc làm việc, cuộc trao đổi, cuộc nói chuyện, "
    "cuộc tiếp kiến, các cuộc gặp, các cuộc hội đàm, cuộc gặp song phương, cuộc gặp ba bên, hội nghị ba bên, cuộc hội đàm song phương, "
    "cuộc họp ba bên, cuộc họp ngoại trưởng, buổi tiếp kiến, buổi họp, cuộc đàm đạo, buổi gặp gỡ, buổi nói chuyện, cuộc gặp mặt, cuộc đàm thoại, cuộc thương lượng"
)
VISIT_NOUNS = "chuyến thăm, chuyến công du, chuyến thăm chính thức, chuyến viếng thăm, chuyến đi, chuyến công cán"
VISIT_VERBS = "thăm, đến thăm, tới thăm, sang thăm, thăm chính thức, thăm cấp nhà nước, công du"
FIELDS = (
    "ngân sách, thanh niên, phúc lợi, đường sắt, dân số, tài nguyên, thông tin và truyền thông, đối lập, cầm quyền, mãn nhiệm, sắp mãn nhiệm, đắc cử, đương nhiệm, lâm thời, tạm quyền, chuyển tiếp, "
    "ngoại giao, quốc phòng, tài chính, thương mại, công nghiệp, công thương, kinh tế, năng lượng, giáo dục, y tế, nông nghiệp, "
    "môi trường, giao thông, giao thông vận tải, vận tải, du lịch, văn hóa, thể thao, lao động, an ninh nội địa, an ninh, nội vụ, tư pháp, công nghệ, thông tin, "
    "truyền thông, nội địa, ngoại thương, kế hoạch, đầu tư, xây dựng, công an, dầu mỏ, dầu khí, hàng hải, khoa học, "
    "nhân quyền, nhập cư, thống nhất, tình báo, quốc gia, đối ngoại, phụ trách, phụ trách về, các vấn đề, quốc tế, châu âu, châu á, "
    "đông á, thái bình dương, hợp tác, phát triển, công chính, tôn giáo, thủy sản, khu vực, nhà nước, hạt nhân, chính trị, quân sự, pháp luật, đông bắc á, trung đông, châu phi, viễn đông"
)
ORGANISATIONS = (
    "hội đồng, ủy ban, tổ chức, liên minh, hiệp hội, tập đoàn, công ty, đại học, trường, ngân hàng, cơ quan, phong trào, "
    "mặt trận, lực lượng, trung tâm, viện, văn phòng, tạp chí, học viện, bệnh viện, tòa án, nhóm, đảng, liên đoàn, "
    "quỹ, hãng, nhật báo, tuần báo, báo, tờ, đài, kênh, mạng, trang, ban, cục, sở, đại sứ quán, sân bay, cảng, cầu, đường, phố, "
    "quận, huyện, tỉnh, thành phố, thị trấn, thị xã, làng, bang, vùng, đảo, quần đảo, biển, sông, núi, hồ, vịnh, eo biển, "
    "dải, cao nguyên, sa mạc, khách sạn, nhà thờ, chùa, đền, cung điện, lâu đài, công viên, quảng trường, nhà tù, trại, tàu, "
    "giải, giải thưởng, chiến dịch, bão, cơn bão, siêu bão, nhà máy, lò, dự án, hiệp ước, hiệp định, nghị định thư, luật, đạo luật, "
    "phái đoàn, ủy hội, bán đảo, thung lũng, nhà hát, bảo tàng, sân vận động, căn cứ, trụ sở, tòa nhà, tháp, thủ đô, cố đô, thủ phủ, khu, khu vực, hạt, nhà ga, vườn, dãy, dinh, điện, trang trại, khu nghỉ mát, khu nghỉ dưỡng, tòa"
)
MOVEMENTS = "Hamas, Fatah, Hezbollah, Taliban, Al-Qaeda, Al Qaeda, Jihad Hồi giáo, Likud, Kadima, Công đảng, Houthi"
_BEINGS = "bên, nước, nhà lãnh đạo, bộ trưởng, ngoại trưởng, thủ tướng, tổng thống, nguyên thủ, phía, vị lãnh đạo, vị bộ trưởng, chính phủ, quan chức, người, ông, vị, miền, phe"


def _wordings(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(",") if part.strip()]


def _extra() -> list[Form]:
    forms: list[Form] = []

    def add(tag: str, text: str, value: str = "") -> None:
        forms.extend(make_form(word, tag, value or word, capital=False) for word in _wordings(text))

    add(
        "w",
        "muốn biết, muốn nói, trao đổi thư, trao quyền, trì hoãn, bắt gặp, tình cờ gặp, hạn chế tiếp xúc, mỹ latinh, nam mỹ, bắc mỹ, trung mỹ, châu mỹ, mỹ la tinh, bán đảo triều tiên, tin tức, tin đồn, tin cậy, tin học, tin nhắn, thông tin, bản tin, trả lời phỏng vấn, phỏng vấn, đưa ra tuyên bố, đưa ra đề xuất, đưa đề xuất, ra tuyên bố, đưa ra cảnh báo, đưa ra lời, giá dự báo, vượt dự báo, khóa họp, khoá họp, kỳ họp, bà con, anh em, ông bà, chị em, cô giáo, thầy cô, anh hùng, cháu bé, em bé, bác bỏ yêu cầu, gặp khó khăn, gặp nhiều khó khăn, gặp trở ngại, gặp phải, gặp nhiều trở ngại, gặp nạn, gặp khó, bất đồng, tiếp tục, tiếp theo, tiếp cận, tiếp nhận, tiếp viện, tiếp sức, trực tiếp, gián tiếp, tiếp diễn, tiếp giáp, tiếp đất, họp báo, cuộc họp báo, cuộc gọi, kêu gọi đầu tư, không nói gì, coi thường, coi như, xem xét, xem như, được coi là, được xem là, kể từ, kể cả, không kể, theo dõi, theo đuổi, theo hướng, theo đó, theo kế hoạch, theo lịch trình, theo dự kiến, theo đúng, theo quy định, tiếp theo, tuyên bố chung, bản tuyên bố, gặp mưa, nói chung, nói riêng, có thể nói, nói trên, đã nói ở trên, anh ninh, ông trời, nhà báo nói, mong manh, đáp ứng, đáp lại, đáp trả, đáp xuống, trả lời câu hỏi, giá trị, tố tụng, than đá, viết tắt, nêu trên, nguyên nhân, nguyên tử, nguyên tắc, nguyên liệu, quyền lực, quyền lợi, quyền hạn, quyền con người, cố gắng, cố tình, tân tổng thống, cô lập, cô đơn, chú ý, bác sỹ, bà mẹ, cậu bé, cô gái, cô bé, chú trọng, em trai, em gái, anh trai, chị gái, cháu trai, cháu gái, anh rể, quân nhân, với nhau, cùng nhau, và với, cùng lúc, cùng thời gian, cùng thời điểm, cùng với đó, phóng viên không biên giới, tổ chức phóng viên không biên giới, là vì, là do, bị thương, bị chết",
    )
    regions = "nam á, đông nam á, đông bắc á, bắc phi, tây phi, đông phi, nam phi trắng, tây âu, đông âu, bắc âu, nam âu, trung âu, trung đông, trung cận đông, cận đông, trung á, tây á, bắc á, đông á, châu á, châu âu, châu phi, châu đại dương, châu úc, thái bình dương, đại tây dương, ấn độ dương, vùng vịnh, bắc cực, nam cực, trung nguyên, phương tây, phương đông, miền nam, miền bắc, liên triều, chiến tranh lạnh, thế chiến, hồi giáo, thiên chúa giáo, do thái, phật giáo, ả rập, công giáo, tin lành, xô viết, hiến pháp, quốc hội khóa"
    add("w", regions)
    add("v", SPEECH)
    add("m", MEET_VERBS)
    add("e", MEET_NOUNS)
    add("E", VISIT_NOUNS)
    add("V", VISIT_VERBS)
    add("s", "của, thuộc")
    add("&", "và, cùng, cùng với, lẫn, cũng như, cộng với, cộng thêm")
    add("a", "với")
    add("G", "giữa")
    add("t", "tại, ở, trên, từ, sang, đến, tới")
    add("l", "là")
    add(
        "f",
        "sẽ, dự kiến, có kế hoạch, dự định, sắp, có thể, chuẩn bị, đề nghị được, lên kế hoạch, muốn, có khả năng, đang thu xếp, theo lịch trình, nhằm chuẩn bị",
    )
    add("x", "không, chưa, từ chối, hủy, huỷ, hoãn, hủy bỏ, bãi bỏ, không thể, chẳng, khó, tẩy chay")
    add("T", "theo, theo lời, dẫn lời, trích lời, theo như")
    add("N", "lời, bài, sự, bản, việc, những lời, các, những, cuộc, mọi, một, đợt, thông điệp, phần")
    add("S", "bị, được")
    add(
        "u",
        "người đồng cấp, người đồng nhiệm, đồng cấp, đồng nhiệm, những người đồng cấp, những người đồng nhiệm, người tương nhiệm, vị đồng cấp, vị đồng nhiệm, các người đồng cấp, các đồng cấp",
    )
    add("i", "cựu, nguyên, quyền, tân, cố, phó, đương kim, nữ")
    add("h", "ông, bà, ngài, anh, chị, cô, cụ, bé")
    add(
        "d",
        "nhà sử học, nhà hoạt động, nhà văn, nhà báo, giáo sư, tiến sĩ, nhà đàm phán, trưởng đoàn đàm phán, trưởng đoàn, ứng cử viên, ứng viên, lãnh tụ, thủ lĩnh, lãnh đạo, nhân chứng, cư dân, nạn nhân, sinh viên, nhà bình luận, nhà quan sát, doanh nhân, tướng, trung sĩ, thống đốc, phát ngôn nhân, thủ lĩnh đối lập, lãnh tụ đối lập, trùm khủng bố, giám đốc, phó giám đốc, cảnh sát trưởng, chánh thanh tra, thanh tra, thanh tra trưởng, trợ lý ngoại trưởng, nghị sĩ, thượng nghị sĩ, hạ nghị sĩ, dân biểu, chủ tịch, phó chủ tịch, tổng biên tập, giáo sĩ, đại giáo sĩ, cố vấn, nhà lập pháp, con trai, con gái, vợ, chồng, cha, mẹ, người vợ, người chồng, em trai, em gái, anh trai, chị gái, đệ nhất phu nhân, phu nhân, hoàng tử, thái tử, công chúa, vua, nữ hoàng, trợ lý, thư ký, điều phối viên, nhà điều tra, trưởng nhóm, thuyền trưởng, phi công, tác giả, người sáng lập, nhà sáng lập, cựu binh, học giả, biên tập viên, trưởng thanh sát viên, phó thủ lĩnh, tổng giám đốc, thị trưởng, đại sứ, bộ trưởng, thứ trưởng, tổng tham mưu trưởng, giáo chủ, chỉ huy, tư lệnh, người đứng đầu, nhân vật số hai, nhà độc tài, trùm, tên, đối tượng, kẻ, ca sĩ, siêu sao, ngôi sao, danh thủ, hlv, linh mục, hồng y, tổng giám mục, giám mục, giáo hoàng, đức giáo hoàng, thẩm phán, luật sư, công tố viên, tay súng, nhà ngoại giao, đặc sứ, đặc phái viên, tổng chưởng lý, phó tướng, nhà thầu, tỷ phú, nghệ sĩ, đạo diễn, diễn viên, thủ tướng tạm quyền, phát ngôn viên, người phát ngôn, nữ phát ngôn viên, phó tổng thống, phó thủ tướng",
    )
    add("+", "kiêm, đồng thời là")
    forms.append(make_form("chính quyền đại lục", "g", "cn", capital=False))
    add("M", FIELDS)
    forms.extend(make_form(word, "b", word) for word in _wordings(MOVEMENTS))
    add("z", ORGANISATIONS)
    for number, being in product(("hai", "ba", "bốn", "năm", "sáu", "#", "cả hai", "cả ba", "các"), _wordings(_BEINGS)):
        if number != "các" or being in {"bên", "phe"}:
            words = tuple([*number.split(), *make_form(being, "r", "").words])
            forms.append(Form(words, "r", number + " " + being, capital=False, risky=False))
    for head, field in product(("bộ trưởng", "bộ trưởng bộ"), _wordings(FIELDS)):
        if field not in {"ngoại giao", "quốc phòng"}:
            forms.append(make_form(f"{head} {field}", "o", "minister", capital=False))
    for head, field in product(("thứ trưởng", "thứ trưởng bộ"), _wordings(FIELDS)):
        forms.append(make_form(f"{head} {field}", "o", "deputy_minister", capital=False))
    forms += [make_form(f"bộ {field}", "j", f"bộ {field}", capital=True) for field in _wordings(FIELDS)]
    forms += [make_form(word, "j", word, capital=False) for word in _wordings(
        "chính phủ, quốc hội, quân đội, cảnh sát, thượng viện, hạ viện, tòa án tối cao, chính quyền, nội các, nghị viện, tòa thánh, quốc vụ viện"
    )]  # fmt: skip
    return forms


@lru_cache(maxsize=1)
def index() -> Index:
    """The one index of this room. Offices of the lexicon win over the professions above."""
    from diemtin.language.names import base_forms

    # Experts and officials hold no office that a table could know: they are professions here.
    offices = [form._replace(tag="d") if form.value == "expert" else form for form in base_forms() if form.tag == "o"]
    speech_like = {form.words for form in _extra() if form.tag in "vmeEVsa&Gtfx"}
    return make_index([*(form for form in offices if form.words not in speech_like), *_extra()])
