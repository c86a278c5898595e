"""The API, ``/api/v1``: everything the pages show, for programs. Its description is ``/api/v1/openapi.json``.

Read only, nothing to sign in for on a public desk; display rights are those of the pages. Lists are paged by a cursor;
every answer has an ETag.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Path, Query
from ninja.errors import HttpError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer
from pydantic import BeforeValidator

from diemtin.language.sections import section_and_parents, sections
from diemtin.site import shapes
from diemtin.site.caching import conditional
from diemtin.site.views.looking import clipped
from diemtin.store.queries import cursors
from diemtin.store.queries.article import Removed, find_article_page
from diemtin.store.queries.blocks import get_front, get_section_front
from diemtin.store.queries.lists import list_outlets
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import desk_now
from diemtin.store.queries.story import find_story_page
from diemtin.store.queries.then import sight_at
from diemtin.store.queries.thread import find_thread_page
from diemtin.store.search import find

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Readable(JSONRenderer):
    """Vietnamese as it is written, not as escapes: a third of the size."""

    json_dumps_params = {"ensure_ascii": False, "separators": (",", ":")}


class Api(NinjaAPI):
    def create_response(self, request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        response = super().create_response(request, *given, **named)
        response.headers["Access-Control-Allow-Origin"] = "*"
        return conditional(request, response)

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        """An address knows no null: what is optional may be left out, that is all."""
        schema = super().get_openapi_schema(**given)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for parameter in operation.get("parameters", ()):
                    while options := parameter["schema"].pop("anyOf", None):
                        parameter["schema"] |= next(option for option in options if option.get("type") != "null")
        return schema


api = Api(
    title="Điểm Tin",
    version="1",
    description=__doc__ or "",
    renderer=Readable(),
    docs_url=None,  # its page asks other servers for scripts
    urls_namespace="api",
)


def _spelled_out(given: Any) -> Any:
    """A moment is written out: a bare number would be taken for seconds since 1970."""
    if isinstance(given, str) and not _WRITTEN.match(given):
        raise ValueError("not a moment such as 2024-09-23T08:00:00+07:00")
    return given


_get = partial(api.get, by_alias=True)
Key = Annotated[str, Path(max_length=200, pattern=r"^[^\x00-\x1f]+$")]
Word = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$")]
At = Annotated[str | None, Query(pattern=cursors.CURSOR, description="``next`` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=100)]
Moment = Annotated[datetime | None, Query(description="2024-09-23T08:00:00+07:00"), BeforeValidator(_spelled_out)]
Day = Annotated[str | None, Query(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$", description="2024, 2024-09 or 2024-09-23.")]
Status = Annotated[Literal["planned", "held", "cancelled"] | None, Query()]
ANSWERS: dict[int, Any] = {422: shapes.Refused}
FOUND: dict[int, Any] = {404: shapes.Error, 422: shapes.Refused}


@_get("/front", response={200: shapes.FrontShape} | ANSWERS, summary="The front page's blocks, now or at a past moment")
def front(request: HttpRequest, at: Moment = None) -> Any:
    return shapes.front_shape(get_front(_sight(at)))


@_get("/sections/{code}/front", response={200: shapes.FrontShape} | FOUND, summary="The blocks of a section's page")
def section_front(request: HttpRequest, code: Key, at: Moment = None) -> Any:
    if code not in sections():
        raise HttpError(404, "no such section")
    return shapes.front_shape(get_section_front(code, _sight(at)))


@_get("/articles", response={200: shapes.ArticleList} | ANSWERS, summary="Articles, newest first")
def articles(
    request: HttpRequest,
    cursor: At = None,
    limit: Limit = 50,
    outlet: Word = None,
    section: Word = None,
    story: Word = None,
    kind: Word = None,
    since: Moment = None,
    until: Moment = None,
) -> Any:
    page = cursors.list_articles(
        _now(),
        cursor,
        limit,
        outlet=outlet,
        sections=_below(section),
        story=story,
        kind=kind,
        since=since and clipped(since),
        until=until and clipped(until),
    )
    return {"articles": [shapes.article_shape(article) for article in page.rows], "next": page.next}


@_get("/articles/{path:key}", response={200: shapes.WholeArticle, 410: shapes.Error} | FOUND, summary="One article")
def article(request: HttpRequest, key: Key) -> Any:
    page = find_article_page(key, _now())
    if page is None:
        raise HttpError(404, "not here")
    if isinstance(page, Removed):
        raise HttpError(410, f"taken down: {page.why}")
    return shapes.article_shape(page.article) | {
        "byline": page.byline or None,
        "paragraphs": [passage.text for passage in page.body],
        "tags": list(page.tags),
        "thread": page.thread.key if page.thread else None,
        "copies": [copy.key for copy in page.copies],
        "versions": len(page.versions),
    }


@_get("/stories", response={200: shapes.StoryList} | ANSWERS, summary="Stories, the last told first")
def stories(
    request: HttpRequest, cursor: At = None, limit: Limit = 30, section: Word = None, thread: Word = None
) -> Any:
    page = cursors.list_stories(_now(), cursor, limit, sections=_below(section), thread=thread)
    return {"stories": [shapes.story_shape(story) for story in page.rows], "next": page.next}


@_get("/stories/{key}", response={200: shapes.WholeStory} | FOUND, summary="One story with all its articles")
def story(request: HttpRequest, key: Key) -> Any:
    """A story that was merged answers with the one it went into."""
    page = find_story_page(key, _now())
    if isinstance(page, str):
        page = find_story_page(page, _now())
    if page is None or isinstance(page, str):
        raise HttpError(404, "not here")
    return shapes.story_shape(page.story) | {"coverage": [shapes.article_shape(article) for article in page.articles]}


@_get("/threads", response={200: shapes.ThreadList} | ANSWERS, summary="Lines of events, the last told first")
def threads(request: HttpRequest, cursor: At = None, limit: Limit = 30) -> Any:
    page = cursors.list_threads(_now(), cursor, limit)
    return {"threads": [shapes.thread_shape(thread) for thread in page.rows], "next": page.next}


@_get("/threads/{key}", response={200: shapes.WholeThread} | FOUND, summary="One line of events with its stories")
def thread(request: HttpRequest, key: Key) -> Any:
    page = find_thread_page(key, _now())
    if isinstance(page, str):
        page = find_thread_page(page, _now())
    if page is None or isinstance(page, str):
        raise HttpError(404, "not here")
    return shapes.thread_shape(page.thread) | {"stories": [shapes.story_shape(story) for story in page.stories]}


@_get("/meetings", response={200: shapes.MeetingList} | ANSWERS, summary="Who met whom")
def meetings(
    request: HttpRequest,
    cursor: At = None,
    limit: Limit = 30,
    status: Status = None,
    person: Word = None,
    since: Day = None,
    until: Day = None,
) -> Any:
    page = cursors.list_meetings(_now(), cursor, limit, status=status, person=person, since=since, until=until)
    return {"meetings": [shapes.meeting_shape(meeting) for meeting in page.rows], "next": page.next}


@_get(
    "/statements",
    response={200: shapes.StatementList} | ANSWERS,
    summary="Who said what, and the sentence that says so",
)
def statements(
    request: HttpRequest,
    cursor: At = None,
    limit: Limit = 50,
    person: Word = None,
    article: Word = None,
    story: Word = None,
) -> Any:
    page = cursors.list_statements(_now(), cursor, limit, person=person, article=article, story=story)
    return {"statements": [shapes.statement_shape(statement) for statement in page.rows], "next": page.next}


@_get("/search", response={200: shapes.SearchShape} | ANSWERS, summary="Full text")
def search(
    request: HttpRequest,
    q: Annotated[str, Query(min_length=1, max_length=300)],
    sort: Annotated[Literal["relevance", "time"], Query()] = "relevance",
    page: Annotated[int, Query(ge=1, le=100)] = 1,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> Any:
    return shapes.search_shape(find(q, sight=_now(), sort=sort, page=page, size=limit))


@_get("/outlets", response={200: shapes.OutletList}, summary="Outlets of this desk")
def outlets(request: HttpRequest) -> Any:
    return {"outlets": [shapes.outlet_shape(outlet) for outlet in list_outlets()]}


def _now() -> Sight:
    return Sight.of(settings.DESK.profile, datetime.now(UTC))


def _sight(at: datetime | None) -> Sight:
    """The desk's clock, or the past moment that is asked for."""
    asked = at and clipped(at)
    if asked is not None and asked < datetime.now(UTC):
        return sight_at(settings.DESK.profile, asked)
    return Sight.of(settings.DESK.profile, desk_now())


def _below(section: str | None) -> tuple[str, ...] | None:
    """The section and those below it."""
    if not section:
        return None
    return (section, *(code for code in sections() if code != section and section in section_and_parents(code)))


def nothing(request: HttpRequest) -> HttpResponse:
    """Any other address below the API's."""
    return JsonResponse({"detail": "not here"}, status=404)
