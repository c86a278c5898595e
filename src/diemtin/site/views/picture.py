"""Our copies of pictures. The address holds the hash of the original's, so it never changes its content."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from diemtin.store.pictures import picture_path


def picture(request: HttpRequest, key: str, width: str) -> HttpResponse:
    try:
        content = picture_path(settings.DESK.pictures, key, int(width)).read_bytes()
    except OSError as error:
        raise Http404(key) from error
    return HttpResponse(
        content, content_type="image/webp", headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )
