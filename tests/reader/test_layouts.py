"""How the systems of Vietnamese outlets lay out an article: the same words of our own, in elements and classes like theirs."""

from datetime import UTC, datetime

import pytest

from diemtin.news import Capture
from diemtin.reader import read

TEXT = "Hội đồng thị xã hôm nay bàn việc sửa cây cầu cũ bắc qua sông, sau khi đoàn kiểm tra thấy nhiều vết nứt ở mố cầu phía bắc."
BODY = [f"{count} {TEXT}" for count in ("Một.", "Hai.", "Ba.", "Bốn.")]
HEADLINE = "Thị xã Đông Hà sửa cầu cũ trong ba tháng"
SAPO = "Cây cầu cũ sẽ đóng trong ba tháng kể từ tuần sau, người dân phải đi vòng thêm bảy cây số."
CAPTION, CREDIT, BYLINE = "Cây cầu nhìn từ bờ bắc sáng 17/1", "Minh Hà", "Đỗ Hải Miên"
OTHERS = (
    "Giá lúa đồng bằng tăng trở lại sau Tết",
    "Học sinh vùng cao trở lại trường",
    "Bảo tàng huyện mở cửa buổi tối",
)

LAYOUTS = {
    "vnexpress": (
        '<section class="section page-detail top-detail"><div class="container"><div class="sidebar-1">'
        '<div class="header-content width_common"><ul class="breadcrumb"><li><a href="/thoi-su">Thời sự</a></li></ul>'
        '<span class="date">Thứ sáu, 17/1/2025, 19:57 (GMT+7)</span></div><h1 class="title-detail">{headline}</h1>'
        '<p class="description">{sapo}</p><article class="fck_detail "><p class="Normal">{0}</p>'
        '<figure data-size="true" itemprop="associatedMedia image" class="tplCaption action_thumb_added">'
        '<div class="fig-picture"><picture><source data-srcset="/a.jpg 1x">'
        '<img itemprop="contentUrl" loading="lazy" class="lazy" src="data:image/gif;base64,R0" data-src="https://i1.example/a.jpg">'
        '</picture></div><figcaption itemprop="description"><p class="Image">{caption}. Ảnh: <em>{credit}</em></p>'
        '</figcaption></figure><p class="Normal">{1}</p><ul class="list-news">'
        '<li><a href="/tin-khac-123456.html" title="{other}">{other}</a></li></ul><p class="Normal">{2}</p>'
        '<p class="Normal">{3}</p><p class="Normal" style="text-align:right;"><strong>{byline}</strong></p>'
        "</article></div></div></section>"
    ),
    "tuoitre": (
        '<div class="detail__cmain"><div class="detail-top"><div class="detail-time">'
        '<div data-role="publishdate">17/01/2025 19:57 GMT+7</div></div><div class="detail-author-bot"></div></div>'
        '<h1 class="detail-title article-title" data-role="title">{headline}</h1><div class="author-info">'
        '<a class="name" href="/tac-gia/x.htm">{byline}</a></div><h2 class="detail-sapo" data-role="sapo">{sapo}</h2>'
        '<div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content">'
        '<figure class="VCSortableInPreviewMode" type="Photo"><div>'
        '<a class="detail-img-lightbox" href="https://i.example/a.jpg">'
        '<img src="https://i.example/a.jpg" data-original="https://i.example/a.jpg"></a></div>'
        '<figcaption class="PhotoCMS_Caption"><p>{caption} - Ảnh: {credit}</p></figcaption></figure><p>{0}</p>'
        '<p>{1}</p><div class="VCSortableInPreviewMode" type="RelatedOneNews">'
        '<a href="/x.htm">{other}</a></div><p>{2}</p><p>{3}</p></div></div></div>'
    ),
    "dantri": (
        '<main class="body container"><article class="singular-container"><div class="singular-wrap">'
        '<h1 class="title-page detail">{headline}</h1><div class="author-wrap"><div class="author-avatar"></div>'
        '<div class="author-meta"><div class="author-name"><a href="/tac-gia"><b>{byline}</b></a></div>'
        '<time class="author-time" datetime="2025-01-17 19:57">Thứ sáu, 17/01/2025 - 19:57</time></div></div>'
        '<h2 class="singular-sapo">(Báo Thử) - {sapo}</h2><div class="singular-content"><p>{0}</p>'
        '<figure class="image align-center" contenteditable="false">'
        '<img title="x" alt="{caption} - 1" data-src="https://cdn.example/a.jpg" src="data:image/svg+xml;base64,aa">'
        "<figcaption><p>{caption} (Ảnh: {credit}).</p></figcaption></figure>"
        "<p>{1}</p><p>{2}</p><p>{3}</p></div></div></article></main>"
    ),
    "vietnamnet": (
        '<div class="main-v1"><div class="bread-crumb-detail sm-show-time"><ul><li>'
        '<a href="/thoi-su" title="Thời sự">Thời sự</a></li></ul>'
        '<div class="bread-crumb-detail__time">Thứ Sáu, 17/01/2025 - 19:57</div></div>'
        '<h1 class="content-detail-title">{headline}</h1><h2 class="content-detail-sapo sm-sapo-mb-0">{sapo}</h2>'
        '<div class="article-detail-author-wrapper"><div class="article-detail-author">'
        '<div class="article-detail-author__info"><span class="name"><a href="/tac-gia" title="{byline}">{byline}</a>'
        '</span></div></div></div><div class="maincontent main-content" id="maincontent"><p>{0}</p>'
        '<figure class="image vnn-content-image"><picture><source srcset="https://s.example/a.jpg">'
        '<img src="https://s.example/a.jpg" alt="cau.jpg"></picture><figcaption>{caption}. Ảnh: {credit}</figcaption>'
        "</figure><p>{1}</p>"
        '<div class="insert-wiki-content vnn-template-noneditable vnn-wiki-content"><div class="insert-wiki-info">'
        '<a href="/y.html"><span class="insert-wiki-title">{other}</span></a>'
        '<div class="insert-wiki-description">Giá lúa tại nhiều tỉnh đồng bằng đang tăng trở lại sau kỳ nghỉ Tết.</div>'
        "</div></div><p>{2}</p><p>{3}</p></div></div>"
    ),
    "znews": (
        '<article class="the-article"><header class="the-article-header"><p class="the-article-category">'
        '<a href="/xa-hoi.html">Xã hội</a></p><h1 class="the-article-title">{headline}</h1><ul class="the-article-meta">'
        '<li class="the-article-author"><a href="/tac-gia/x.html">{byline}</a></li>'
        '<li class="the-article-publish">Thứ sáu, 17/1/2025 19:57 (GMT+7)</li></ul></header><section class="main">'
        '<p class="the-article-summary">{sapo}</p><div class="the-article-body"><table class="picture" align="center">'
        '<tbody><tr><td class="pic"><img src="https://photo.example/a.jpg" title="x" alt="y"></td></tr><tr>'
        '<td class="pCaption caption"><p>{caption}. Ảnh: <em>{credit}.</em></p></td></tr></tbody></table><p>{0}</p>'
        "<p>{1}</p><p>{2}</p><p>{3}</p></div></section></article>"
    ),
    "tienphong": (
        '<div class="l-content"><div class="article"><h1 class="article__title cms-title">{headline}</h1>'
        '<div class="article__meta"><time class="time" datetime="2025-01-17T19:57:00+0700">17/01/2025 | 19:57</time>'
        '</div><div class="article__sapo cms-desc"><p>TPO - {sapo}</p></div><div class="article__body cms-body">'
        '<table class="picture"><tbody><tr><td class="pic">'
        '<img class="lazyload cms-photo" data-src="https://image.example/a.jpg" alt="{caption}" cms-photo-caption="{caption}">'
        '</td></tr><tr><td class="caption"><p>{caption}. Ảnh: {credit}</p></td></tr></tbody></table><p>{0}</p>'
        '<p>{1}</p><div class="article__related"><a href="/z.tpo">{other}</a>'
        '</div><p>{2}</p><p>{3}</p></div><div class="article__author"><span class="name cms-author">{byline}'
        "</span></div></div></div>"
    ),
    "nukeviet": (
        '<div class="news_column panel panel-default"><div class="panel-body">'
        '<h1 class="title margin-bottom-lg">{headline}</h1><div class="row margin-bottom-lg"><div class="col-md-12">'
        '<span class="h5">Thứ sáu - 17/01/2025 19:57</span></div></div><div class="clearfix">'
        '<div class="hometext m-bottom">{sapo}</div><figure class="article center">'
        '<img alt="{caption}" src="/uploads/news/a.jpg"/><figcaption>{caption}</figcaption></figure></div>'
        '<div id="news-bodyhtml" class="bodytext margin-bottom-lg"><div style="text-align:justify">{0}</div>'
        '<div style="text-align:justify">{1}</div>'
        '<div style="text-align:justify">{2}</div><div style="text-align:justify">{3}</div></div>'
        '<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả bài viết: </strong>{byline}</p></div>'
        "</div></div>"
    ),
    "laodong": (
        '<article class="art-detail"><h1 class="title">{headline}</h1><div class="time"><span>{byline}</span> '
        '<span>Thứ sáu, 17/01/2025 19:57 (GMT+7)</span></div><div class="chappeau"><p>{sapo}</p></div>'
        '<div class="art-body"><figure class="insert-center-image">'
        '<img src="https://media.example/a.jpg" alt="{caption}">'
        '<figcaption class="image-caption">{caption}. Ảnh: {credit}</figcaption></figure><p>{0}</p>'
        "<p>{1}</p><p>{2}</p><p>{3}</p></div></article>"
    ),
    "wordpress": (
        '<article class="post-12 type-post"><h1 class="entry-title">{headline}</h1><div class="entry-meta">'
        '<span class="posted-on"><time class="entry-date published" datetime="2025-01-17T19:57:00+07:00">17/01/2025'
        '</time></span> <span class="byline"> bởi <span class="author vcard">'
        '<a class="url fn n" href="/author/x">{byline}</a></span></span></div><div class="entry-content"><p>'
        '<strong>{sapo}</strong></p><div id="attachment_1" class="wp-caption aligncenter">'
        '<img src="https://w.example/a.jpg"><p class="wp-caption-text">{caption}. Ảnh: {credit}</p></div><p>{0}</p>'
        "<p>{1}</p><p>{2}</p><p>{3}</p></div></article>"
    ),
    "old": (
        '<div>Thứ sáu, 17/1/2025 | 19:57 GMT+7</div><table width="760"><tr><td><div class="Title" align="left">{headline}'
        '</div><div class="Lead">{sapo}</div><table align="center" cellpadding="3" width="1"><tbody><tr><td>'
        '<img src="/Files/Subject/a.jpg" border="1" width="300"></td></tr><tr><td class="Image">{caption}. Ảnh: {credit}'
        '</td></tr></tbody></table><p class="Normal">{0}</p>'
        '<p class="Normal">{1}</p><p class="Normal">{2}</p>'
        '<p class="Normal">{3}</p><p class="Normal" align="right"><strong>{byline}</strong></p></td></tr></table>'
    ),
    "vov": (
        '<div class="article"><div class="row article-header"><h1 class="article-title mb-0">{headline}</h1></div>'
        '<div class="row mt-3"><div class="col mb-3 article-date"> Thứ Sáu, 19:57, 17/01/2025</div>'
        '<div class="article-author">{byline}</div></div><div class="article-summary">VOV.VN - {sapo}</div>'
        '<div class="article-content"><div class="text-long"><p>{0}</p><div class="align-center">'
        '<img src="https://media.example/a.jpg" alt=""><div class="field field--name-field-image-caption">{caption}</div>'
        "</div><p>{1}</p><p>{2}</p><p>{3}</p></div></div></div>"
    ),
    "baotintuc": (
        '<div class="boxdetail"><h1 class="detail-title">{headline}</h1><div class="date">Thứ Sáu, 17/01/2025 19:57</div>'
        '<h2 class="sapo">{sapo}</h2><div class="contents"><div style="text-align: justify;">{0}</div>'
        '<div style="text-align:center"><img src="/a.jpg" width="600"></div><div style="text-align:center;">'
        "<em>{caption}. Ảnh: {credit}/TTXVN</em></div>"
        '<div style="text-align: justify;">{1}</div>'
        '<div style="text-align: justify;">{2}</div><div style="text-align: justify;">{3}</div></div>'
        '<div class="author">{byline} (TTXVN)</div></div>'
    ),
    "k14": (
        '<div class="kbwc-header"><h1 class="kbwc-title">{headline}</h1><div class="kbwc-meta">'
        '<span class="kbwcm-author">{byline}, </span><span class="kbwcm-source">Theo Đời sống pháp luật</span> '
        '<span class="kbwcm-time" title="2025-01-17T19:57:00">19:57 17/01/2025</span></div></div>'
        '<div class="klw-new-content"><div class="knc-sapo">{sapo}</div><div class="knc-content detail-content"><p>{0}'
        '</p><div class="VCSortableInPreviewMode" type="Photo"><div><img src="https://k.example/a.jpg"></div>'
        '<div class="PhotoCMS_Caption"><p>{caption}. Ảnh: {credit}</p></div></div>'
        "<p>{1}</p><p>{2}</p><p>{3}</p></div></div>"
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_article_in_the_layout_of(name: str) -> None:
    layout = LAYOUTS[name]
    words = {
        "headline": HEADLINE,
        "sapo": SAPO,
        "caption": CAPTION,
        "credit": CREDIT,
        "byline": BYLINE,
        "other": OTHERS[0],
    }
    menu = "".join(
        f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(("Thời sự", "Thế giới", "Kinh doanh"))
    )
    others = "".join(f'<li><h4><a href="/bai-{n}-100{n}.html">{title}</a></h4></li>' for n, title in enumerate(OTHERS))
    html = (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{HEADLINE} - Báo Thử</title></head>'
        f"<body><header><nav><ul>{menu}</ul></nav></header>{layout.format(*BODY, **words)}"
        f'<section class="box-lien-quan"><h3>Tin liên quan</h3><ul>{others}</ul></section>'
        "<footer><p>Cơ quan chủ quản: Bộ Thử nghiệm. © Bản quyền thuộc về Báo Thử.</p></footer></body>"
    )
    reading = read(Capture(html.encode(), url="https://bao.example/thoi-su/sua-cau-1234567.html"))
    (article,) = reading.articles
    assert article.title == HEADLINE
    assert (article.lead or "").removeprefix("(Báo Thử) - ").removeprefix("TPO - ").removeprefix("VOV.VN - ") == SAPO
    assert article.paragraphs == tuple(BODY)
    (figure,) = article.figures
    assert (figure.caption or "").rstrip(".") == CAPTION
    assert (figure.credit or "").removesuffix("/TTXVN") == (CREDIT if "{credit}" in layout else "")
    assert (article.byline or "").startswith(BYLINE)
    assert article.published.start == datetime(2025, 1, 17, 12, 57, tzinfo=UTC)
    assert set(OTHERS) <= {teaser.title for block in reading.blocks for teaser in block.teasers}
