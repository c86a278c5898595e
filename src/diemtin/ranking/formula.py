"""Every weight of the ranking, and the formula in words.

How the weights were chosen: by hand, so that the sentences in ``FORMULA`` come true on days made for the purpose
(``tests/ranking``), then checked on real articles: does a story that ``hot`` puts high at some hour gather more further
outlets than one that is merely new or merely large? ``benchmarks/ranking.py`` prints that figure; run it after any
change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

OUTLETS = 2.0
"""For every doubling of independent sources, in ``focus``."""
RISE_HOUR = 3.0
"""For every doubling of sources that are new within the last hour, in ``hot``."""
RISE_SIX = 1.5
"""The same for six hours: a story that has run all morning stays warm."""
PROMOTED = 1.5
"""For every doubling of outlets that show the story in the same block of their own pages: editors elsewhere decided
so."""
READS = 0.5
"""For every doubling of reads. Small: what is read depends on where we put it."""
READS_MOST = 1.0
"""In ``most_read``, where reads are the question."""
USEFUL = 1.0
"""A story that all find useful gains at most so much, one that none does loses it; pulled to nothing while votes are
few."""
VOTES_HALF = 10
"""With so many votes half of ``USEFUL`` is reached."""
SAME_SECTION = 0.25
"""Each story of the same section above it in the block (in ``recommended``: on the page) takes this share away, once
each."""

FOCUS_LIFE = timedelta(hours=12)
HOT_LIFE = timedelta(hours=3)
READ_LIFE = timedelta(hours=18)
KIND_LIFE = timedelta(hours=18)
"""After so long without a new report half of the worth is gone: a day's paper for focus, an afternoon for heat."""

HOT_VOICES = 2
HOT_READS = 5
"""Hot is only what shows heat: so many new sources in three hours, or reads in the last hour, or another outlet's hot
block."""
HOT_SPAN = timedelta(hours=3)

SIZES = {
    "focus": 3,
    "hot": 5,
    "hot_video": 4,
    "multimedia": 6,
    "weather": 3,
    "roundup": 4,
    "most_read": 5,
    "latest": 8,
    "recommended": 4,
    "section": 3,
}
"""Places of each block, in the order in which blocks choose: the scarce ones before those that take anything."""
LATEST_SHARE = 0.35
RECOMMENDED_SHARE = 0.35
"""On a desk of few stories these blocks leave some to those that choose after them."""
PLACES = 48
"""More than one section can get of a front page: 42 places in blocks, and three in its own."""
SECTION_PAGE = 30
"""Places of the list on a section's own page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the page "how we rank": what a block shows, and how its places are reckoned."""

    block: str
    heading: str
    text: str


FORMULA = (
    Rule(
        "all",
        "Chung cho mọi khối",
        "Mỗi tin (một sự việc, do một hay nhiều bài kể) chỉ đứng một chỗ trên một trang. Các bài in lại cùng một bản tin hãng "
        "tính là một nguồn. Điểm là tổng các lý do; mỗi chỗ đều nói rõ lý do của mình. Bằng điểm thì tin mới hơn đứng trước. "
        "Không dùng dữ liệu của riêng người đọc nào. Tin do biên tập ghim đứng đầu khối và ghi rõ là được ghim.",
    ),
    Rule(
        "focus",
        "Tiêu điểm",
        f"{OUTLETS:g} × log₂(1 + số nguồn độc lập) + {PROMOTED:g} × log₂(1 + số báo đặt ở tiêu điểm) + "
        f"{READS:g} × log₂(1 + lượt đọc 24 giờ) ± {USEFUL:g} theo phiếu hữu ích; cứ {FOCUS_LIFE // timedelta(hours=1)} giờ "
        f"không có bài mới thì còn một nửa; mỗi tin cùng chuyên mục đứng trên bớt {SAME_SECTION:.0%}.",
    ),
    Rule(
        "hot",
        "Tin đang nóng",
        f"{RISE_HOUR:g} × log₂(1 + số nguồn mới trong 1 giờ) + {RISE_SIX:g} × log₂(1 + số nguồn mới trong 6 giờ) + "
        f"{PROMOTED:g} × log₂(1 + số báo đặt ở mục nóng) + {READS:g} × log₂(1 + lượt đọc giờ qua); "
        f"cứ {HOT_LIFE // timedelta(hours=1)} giờ không có bài mới thì còn một nửa. Chỉ nhận tin có ít nhất {HOT_VOICES} nguồn "
        f"mới trong 3 giờ, hoặc {HOT_READS} lượt đọc trong giờ qua, hoặc có báo khác xếp vào mục nóng.",
    ),
    Rule("latest", "Tin mới nhất", "Theo giờ của bài mới nhất."),
    Rule(
        "most_read",
        "Đọc nhiều",
        f"{READS_MOST:g} × log₂(1 + lượt đọc 24 giờ) + {PROMOTED:g} × log₂(1 + số báo xếp vào mục đọc nhiều của họ); "
        f"cứ {READ_LIFE // timedelta(hours=1)} giờ không có bài mới thì còn một nửa.",
    ),
    Rule(
        "recommended",
        "Có thể bạn quan tâm",
        "Điểm như tiêu điểm, cộng số báo giới thiệu tin ấy; ưu tiên chuyên mục chưa có trên trang.",
    ),
    Rule("hot_video", "Video đang hot", "Tin có video: điểm như mục nóng, cộng số báo đặt ở mục video."),
    Rule("multimedia", "Multimedia", "Tin có infographic, chùm ảnh hay video: điểm như tiêu điểm, mới trước."),
    Rule("weather", "Thời tiết", "Bản tin thời tiết mới nhất."),
    Rule("roundup", "Điểm tin", "Bài điểm tin mới nhất của các báo."),
    Rule("section", "Chuyên mục", "Trong từng chuyên mục: điểm như tiêu điểm."),
    Rule(
        "related",
        "Tin liên quan",
        "Cùng dòng sự kiện, cùng nhân vật, hoặc được chính các báo xếp là tin liên quan; gần nhau về thời gian thì hơn.",
    ),
    Rule("more", "Các tin khác", "Tin mới nhất cùng chuyên mục."),
)
"""As the page ``/cach-xep-hang`` prints it; the numbers are those of this file."""
