"""What the class and id words of an element say, as bits: words are looked up, names are remembered, for sites repeat theirs."""

from __future__ import annotations

import re

JUNK = 1
"""Not part of an article: sharing, comments, promotion, navigation…"""
CAPTION = 2
FIGURE = 4
SAPO = 8
BODY = 16
BYLINE = 32
STAMP = 64
TAGS = 128
CRUMB = 256
RELATED = 512
"""Lists of other articles: junk in a body, but blocks of the page."""
CREDIT = 1024
TITLE = 2048
HIDDEN = 4096
SECTION = 8192
QUOTE = 16384
PAYWALL = 32768
COMMENT = 65536
"""What readers wrote."""
CENTRED = 131072
"""Set in the middle, by style or ``align``: in old pages how a caption is told from a paragraph."""
AUTHOR = 262144
"""Somebody who wrote, and nothing else (``BYLINE`` may hold the date and more)."""

_WORDS: dict[int, str] = {
    JUNK: (
        "share sharing sharebar social socials comment comments disqus newsletter subscribe subscription signup advert "
        "advertisement advertising ads adv banner sponsor sponsored promo promos promoted cookie consent gdpr "
        "login modal popup overlay toolbar tools print footer foot menu navbar nav navigation pagination pager "
        "sidebar rail widget widgets outbrain taboola rating vote poll disclaimer copyrightnotice skip player "
        "videojs jwplayer button btn cta masthead topbar bottombar donate donation follow followus appdownload qr "
        "feedback hotline search tooltip dropdown accessibility audio listen survey quiz emoji reactions like fb "
        "facebook twitter zalo googlenews bio aboutauthor authorbox authorbio bannerads adsbygoogle dfp gpt "
        "premiumoffer offer upsell teasernewsletter notice printonly noprint screenreadertext sronly "
        "visuallyhidden hiddenprint ticker marquee binhluan quangcao chiase correctionform ratings wpcnt "
        "jppostflair sharedaddy addtoany"
    ),
    COMMENT: (
        "comment comments disqus commentlist commentbox commentthread replies reply binhluan ykien livefyre coral "
        "forum kommentare commentaires comentarios commenti respond discussion"
    ),
    CAPTION: (
        "caption captions figcaption legend bildunterschrift imagecaption photocaption piccaption wpcaptiontext "
        "chuthich pcaption photocmscaption imgcaption mediacaption creditscaption thumbdesc imgtxt cutline bu "
        "captiontext capt cap caphinh ghichu ghichuanh"
    ),
    FIGURE: (
        "figure figures photo photos image images img picture pic gallery slideshow slider carousel lightbox media "
        "wpcaption videocontainer video thumb thumbnail photocms bild imagebox imagewrapper embed"
    ),
    SAPO: (
        "sapo lead lede leadtext standfirst deck dek chapeau chapo teasertext abstract subtitle subheadline "
        "subhead subheading intro introduction introtext summary excerpt description desc shortdesc tagline "
        "vorspann ingress manchet entradilla bajada copete sommaire perex preamble articlelead tomtat kurzfassung "
        "synopsis initcontent secondarytitle occhiello sottotitolo onderkop inleiding anrisstext spipchapo "
        "chappeau hometext deckline underrubrik strapline strap subtit subtitulo subtitel sumario anrisstext"
    ),
    BODY: (
        "articlebody articlecontent articletext storybody storytext storycontent entrycontent postcontent postbody "
        "maincontent bodycontent contentbody bodytext detailcontent contentdetail fck fckdetail singularcontent "
        "afcbcbody noidung detailbody entry body content richtext text longform prose"
    ),
    BYLINE: (
        "author authors byline bylines by writer autor autoren auteur tacgia contributor journalist nguon source "
        "dateline signature creditline postmeta articlemeta entrymeta meta metadata"
    ),
    AUTHOR: "author authors byline autor autoren auteur tacgia writer contributor journalist",
    STAMP: (
        "date dates time datetime timestamp published publish pubdate updated ngay thoigian timepost postdate "
        "datum fecha postedon"
    ),
    TAGS: ("tag tags keyword keywords topics topiclist tagbox tukhoa articletags labels"),
    CRUMB: ("breadcrumb breadcrumbs path crumb crumbs breadcrum duongdan"),
    RELATED: (
        "related relate relatednews recommended recommend recommendation recommendations recirc readmore readalso "
        "alsoread morenews mostread mostviewed mostpopular popular trending latest lienquan tinlienquan tinkhac "
        "xemthem docthem cungchuyenmuc othernews morestories moreon seealso similar suggested suggestions "
        "youmaylike furtherreading relatedonenews vcsortableinpreviewmoderelated tincung tinmoi articlelist "
        "newslist listnews teaserlist promolist boxtin crosslink inlinerelated linkbox topicbox teasers boxrelated"
    ),
    CREDIT: (
        "credit credits copyright photocredit imagecredit photographer sourceimage imgcredit bildnachweis "
        "bildquelle fotograf attribution rights photosource imagesource courtesy crédit agency mediacredit"
    ),
    TITLE: ("title headline heading articletitle entrytitle posttitle tieude titledetail detailtitle headingtitle"),
    HIDDEN: ("hidden hide dnone displaynone invisible ishidden isvisuallyhidden uhidden"),
    SECTION: ("category cat section kicker rubrik rubric channel chuyenmuc eyebrow topic zone cate"),
    QUOTE: ("pullquote quote blockquote"),
    PAYWALL: ("paywall premiumwall piano regwall subscriberonly meteredcontent paygate offerwall"),
}
_FOOT = "foot"
"""The foot of something at either end of a name; within one ("cate-24h-foot-arti") it is football."""
_BITS: dict[str, int] = {}
for _bit, _text in _WORDS.items():
    for _word in _text.split():
        _BITS[_word] = _BITS.get(_word, 0) | _bit

_TOKEN = re.compile(r"[A-Z]?[a-zé]+|[A-Z]+(?![a-z])")
_KNOWN: dict[str, int] = {}
_WHOLE: dict[str, int] = {}
_MOST = 50_000
"""Names, and whole attributes, remembered at most: about 8 MB each; a site has a few hundred."""


def read_classes(words: str) -> int:
    """The bits of a class-and-id string: those of its names, of their words, and of neighbouring words joined."""
    bits = _WHOLE.get(words)
    if bits is not None:
        return bits
    bits = 0
    for name in words.split():
        found = _KNOWN.get(name)
        bits |= _learn(name) if found is None else found
    if len(_WHOLE) >= _MOST:
        _WHOLE.clear()
    if len(words) <= 120:
        _WHOLE[words] = bits
    return bits


def _learn(name: str) -> int:
    """ "article__body", "articleBody", "article-body" are the words article, body and articlebody."""
    get = _BITS.get
    bits = 0
    before = ""
    tokens = _TOKEN.findall(name[:80])
    for place, token in enumerate(tokens):
        word = token.lower()
        if word != _FOOT or place in (0, len(tokens) - 1):
            bits |= get(word, 0)
        bits |= get(before + word, 0)
        before = word
    if len(_KNOWN) >= _MOST:
        _KNOWN.clear()
    _KNOWN[name] = bits
    return bits
