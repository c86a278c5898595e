"""Countries, capitals and bodies in the forms that newspapers of different years and houses print."""

from __future__ import annotations

import pytest

from diemtin.language.countries import countries, find_country
from diemtin.language.forms import make_index
from diemtin.language.names import scan

INDEX = make_index()

UN_MEMBERS = """
af al dz ad ao ag ar am au at az bs bh bd bb by be bz bj bt bo ba bw br bn bg bf bi cv kh cm ca cf td cl cn co km cg cd cr
ci hr cu cy cz dk dj dm do ec eg sv gq er ee sz et fj fi fr ga gm ge de gh gr gd gt gn gw gy ht hn hu is in id ir iq ie il
it jm jp jo kz ke ki kp kr kw kg la lv lb ls lr ly li lt lu mg mw my mv ml mt mh mr mu mx fm md mc mn me ma mz mm na nr np
nl nz ni ne ng mk no om pk pw pa pg py pe ph pl pt qa ro ru rw kn lc vc ws sm st sa sn rs sc sl sg sk si sb so za ss es lk
sd sr se ch sy tj tz th tl tg to tt tn tr tm tv ug ua ae gb us uy uz vu ve vn ye zm zw
""".split()


def test_all_members_of_the_un_and_the_regions_of_the_news() -> None:
    assert len(UN_MEMBERS) == 193
    assert set(countries()) == set(UN_MEMBERS) | {"va", "ps", "xk", "tw", "hk", "mo"}


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("ua", ["Ukraine", "Ukraina", "U-crai-na", "U-krai-na"]),
        ("au", ["Australia", "Úc", "Ô-xtrây-li-a", "Ôxtrâylia"]),
        ("nl", ["Hà Lan", "Hoà Lan", "Netherlands"]),
        ("tr", ["Thổ Nhĩ Kỳ", "Thổ Nhĩ Kì", "Thổ Nhỹ Kỳ", "Turkey", "Türkiye"]),
        ("sa", ["Saudi Arabia", "Ả-rập Xê-út", "Ả Rập Xê Út", "Arập Xêút", "Ảrập Xêút", "Ả rập Saudi", "Arab Saudi"]),
        ("ae", ["UAE", "Các Tiểu vương quốc Arab thống nhất", "Các tiểu vương quốc Ả-rập thống nhất"]),
        ("za", ["Nam Phi", "CH Nam Phi"]),
        ("kp", ["Triều Tiên", "CHDCND Triều Tiên", "Bắc Triều Tiên", "Bắc Hàn"]),
        ("kr", ["Hàn Quốc", "Nam Hàn", "Đại Hàn Dân Quốc"]),
        ("mm", ["Myanmar", "Miến Điện", "Mi-an-ma", "Mianma", "Myama"]),
        ("us", ["Mỹ", "Mĩ", "Hoa Kỳ", "Hoa Kì", "Hợp chúng quốc Hoa Kỳ"]),
        ("gb", ["Anh", "Vương quốc Anh", "Anh Quốc", "Liên hiệp Vương quốc Anh và Bắc Ireland"]),
        ("cz", ["Séc", "CH Séc", "Cộng hoà Séc", "Czechia"]),
        ("cd", ["CHDC Congo", "Cộng hòa Dân chủ Công-gô"]),
        ("ci", ["Bờ Biển Ngà", "Bờ biển Ngà", "Cote d'Ivoire", "Côte d’Ivoire"]),
        ("ba", ["Bosnia và Herzegovina", "Bosnia - Herzegovina", "Bosnia-Herzegovina"]),
        ("tl", ["Timor-Leste", "Timor Leste", "Đông Timor", "Đông Ti-mo"]),
        ("ly", ["Libya", "Lybia", "Li-bi"]),
        ("lb", ["Liban", "Lebanon", "Li-băng"]),
        ("cy", ["Síp", "Cyprus"]),
        ("va", ["Vatican", "Va-ti-căng", "Toà thánh Vatican"]),
        ("hk", ["Hồng Công", "Hong Kong", "Hồng Kông"]),
        ("tw", ["Đài Loan", "Đài Loan (Trung Quốc)"]),
        ("ps", ["Palestine", "Palextin", "Pa-le-xtin"]),
        ("xk", ["Kosovo", "Cô-xô-vô"]),
    ],
)
def test_forms_of_a_country(code: str, forms: list[str]) -> None:
    for form in forms:
        found = find_country(form)
        assert found is not None, form
        assert found.code == code, form


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mátxcơva cho biết sẽ đáp trả.", ["ru"]),
        ("Ngoại trưởng hai nước gặp nhau tại Moskva hôm qua.", ["ru"]),
        ("Oasinhtơn và Tê-hê-ran chưa lên tiếng.", ["us", "ir"]),
        ("Bình Nhưỡng bác bỏ đề nghị của Xê-un.", ["kp", "kr"]),
        ("Các quan chức từ Kiev và Kyiv", ["ua", "ua"]),
        ("thủ đô Niu Đê-li", ["in"]),
        ("cuộc gặp ở Viêng Chăn và Vientiane", ["la", "la"]),
        ("Thủ tướng Ả-rập Xê-út thăm Các Tiểu vương quốc Arab Thống nhất", ["sa", "ae"]),
        ("Tổng thống nước Mĩ tới Brúc-xen", ["us", "be"]),
        ("Thủ tướng Niu Di-lân tới Can-bê-ra", ["nz", "au"]),
    ],
)
def test_countries_and_capitals_in_a_sentence(sentence: str, expected: list[str]) -> None:
    known = {form: code for code, country in countries().items() for form in country.capital}
    found = []
    for piece in scan(sentence, INDEX):
        if piece.tag in "ck":
            found.append(piece.value if piece.value in countries() else known[piece.text])
    assert found == expected


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Liên hiệp quốc", "un"),
        ("Hội đồng Bảo an Liên hợp quốc", "unsc"),
        ("Hội đồng Nhân quyền LHQ", "unhrc"),
        ("Khối quân sự Bắc Đại Tây Dương", "nato"),
        ("Hiệp hội các nước Đông Nam Á", "asean"),
        ("Quỹ Tiền tệ Quốc tế", "imf"),
        ("Cơ quan năng lượng nguyên tử quốc tế", "iaea"),
        ("Uỷ ban châu Âu", "ec"),
        ("Tổ chức Ân xá Quốc tế", "amnesty"),
        ("Bộ tứ Trung Đông", "middle_east_quartet"),
        ("phong trào Fatah", "fatah"),
    ],
)
def test_bodies_in_the_forms_of_the_press(form: str, code: str) -> None:
    assert [piece.value for piece in scan(f"theo {form} hôm qua", INDEX) if piece.tag == "b"] == [code]
