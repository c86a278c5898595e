"""Fetching one address: conditional, with redirects, within limits of time and size, as robots.txt and TDMRep allow.

httpcore (the engine of httpx) carries HTTP/1.1 and HTTP/2 in one pool; redirects, unpacking and deadlines are ours,
since each of them is where a stranger's server could hurt.
"""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

import httpcore
import httpx
import zstandard

from diemtin.errors import ForbiddenAddress
from diemtin.sources.fetch.addresses import check_url
from diemtin.sources.fetch.answers import Answer, Decision, FetchFailedError, Manners
from diemtin.sources.fetch.bodies import ENCODINGS, TooLargeError, unpacker_for
from diemtin.sources.fetch.courtesy import Courtesy
from diemtin.sources.fetch.network import GuardedNetwork, Resolve, resolve
from diemtin.sources.fetch.pace import Pace
from diemtin.sources.fetch.robots import reserved_by_page

PAGE = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"
FEED = "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"

_TEMPORARY, _PERMANENT = (302, 303, 307), (301, 308)
_STATUS_WORDS = {
    401: "asks for a password",
    402: "asks for money",
    403: "refuses",
    404: "not found",
    410: "gone for good",
    429: "too many requests",
}


class Fetcher:
    """One pool of connections. ``async with Fetcher(manners) as fetcher: await fetcher.fetch(url)``."""

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        resolver: Resolve = resolve,
        trust: ssl.SSLContext | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.manners = manners or Manners()
        self._now = now
        self._pace = Pace()
        self._courtesy = Courtesy(self._plain, self.manners)
        self._room = asyncio.Semaphore(self.manners.at_once)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trust or httpx.create_ssl_context(trust_env=True),
            max_connections=2 * self.manners.at_once,
            max_keepalive_connections=self.manners.at_once,
            keepalive_expiry=30,
            http2=True,
            network_backend=GuardedNetwork(self.manners.allowed_hosts, resolver),
        )

    async def __aenter__(self) -> Self:
        await self._pool.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._pool.aclose()

    async def fetch(
        self,
        url: str,
        *,
        accept: str = PAGE,
        etag: str | None = None,
        last_modified: str | None = None,
        largest: int | None = None,
    ) -> Answer:
        """The content, or word that it is the same. Raises ``ForbiddenAddress`` or ``FetchFailedError``.

        ``largest`` bounds the unpacked bytes (default ``Manners.largest_answer``).
        """
        conditions = {
            name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", last_modified)) if value
        }
        decisions: list[Decision] = []
        current, permanent, moved_to, spent = url, True, None, 0.0
        loop = asyncio.get_running_loop()
        for _ in range(self.manners.most_redirects + 1):
            target = check_url(current, self.manners.allowed_hosts)
            pause, decided = await self._courtesy.decide(target)
            decisions.extend(decided)
            for decision in decided:
                if not decision.allowed:
                    raise FetchFailedError(decision.why, about=current, kind=decision.rule, moved_to=moved_to)
            host = target.host.lower()
            if (held := self._pace.seconds_held(host)) > self.manners.longest_pause:
                raise FetchFailedError("the host asked to be left alone", about=url, kind="status", retry_after=held)
            async with self._pace.turn(host, max(self.manners.seconds_between, pause)), self._room:
                begin = loop.time()
                try:
                    answer = await self._ask(target, url, accept, conditions, largest, spent)
                except FetchFailedError as failed:
                    failed.moved_to = moved_to
                    if failed.retry_after:
                        self._pace.hold(host, min(failed.retry_after, 3600))
                    raise
                spent += loop.time() - begin
            if answer.status not in (*_TEMPORARY, *_PERMANENT):
                self._check_page(answer, decisions)
                return replace(answer, url=url, moved_to=moved_to, decisions=tuple(decisions))
            permanent = permanent and answer.status in _PERMANENT
            current = self._next_address(target, answer)
            moved_to = current if permanent else moved_to
        raise FetchFailedError(
            f"more than {self.manners.most_redirects} redirects", about=url, kind="redirects", moved_to=None
        )

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that robots.txt of this address's host names. Raises ``FetchError`` when it cannot be reached."""
        return await self._courtesy.sitemaps(check_url(url, self.manners.allowed_hosts))

    def _next_address(self, target: httpx.URL, answer: Answer) -> str:
        location = answer.headers.get("location", "")
        if not location:
            raise FetchFailedError("a redirect to nowhere", about=str(target), kind="redirects")
        try:
            return str(target.join(location))
        except (httpx.InvalidURL, ValueError) as why:
            raise ForbiddenAddress(f"a redirect to what is no address: {location[:80]!r}", about=str(target)) from why

    def _check_page(self, answer: Answer, decisions: list[Decision]) -> None:
        """The reservation that comes with the answer itself."""
        if answer.url and check_url(answer.url, self.manners.allowed_hosts).host in self.manners.licensed_hosts:
            return
        reserved = answer.headers.get("tdm-reservation", "").strip() == "1"
        if reserved or ((answer.media_type or "").endswith("html") and reserved_by_page(answer.content)):
            policy = answer.headers.get("tdm-policy")
            why = "text and data mining is reserved" + (f" (policy {policy})" if policy else "")
            decisions.append(Decision(answer.url, "tdm", False, why))
            raise FetchFailedError(why, about=answer.url, kind="tdm")

    async def _plain(self, url: str, largest: int) -> Answer:
        """For robots.txt and tdmrep.json: no manners but the address guard, errors as statuses."""
        current, spent = url, 0.0
        loop = asyncio.get_running_loop()
        for _ in range(self.manners.most_redirects + 1):
            target = check_url(current, self.manners.allowed_hosts)
            async with self._pace.turn(target.host.lower(), 0), self._room:
                begin = loop.time()
                answer = await self._ask(target, url, "*/*", {}, largest, spent, cut=True)
                spent += loop.time() - begin
            if answer.status not in (*_TEMPORARY, *_PERMANENT):
                return answer
            current = self._next_address(target, answer)
        raise FetchFailedError("too many redirects", about=url, kind="redirects")

    async def _ask(
        self,
        target: httpx.URL,
        url: str,
        accept: str,
        conditions: dict[str, str],
        largest: int | None,
        spent: float,
        cut: bool = False,
    ) -> Answer:
        """One request. Raises ``FetchFailedError`` with the reason in words."""
        left = self.manners.seconds_in_all - spent
        try:
            async with asyncio.timeout(max(left, 0.01)):
                return await self._exchange(target, url, accept, conditions, largest, cut)
        except FetchFailedError:
            raise
        except TimeoutError as why:
            raise FetchFailedError(
                f"not finished after {self.manners.seconds_in_all:.0f} seconds", about=url, kind="slow"
            ) from why
        except httpcore.TimeoutException as why:
            said = f"silent for {self.manners.seconds_of_silence:.0f} seconds"
            if isinstance(why, httpcore.ConnectTimeout):
                said = f"no connection after {self.manners.seconds_to_connect:.0f} seconds"
            raise FetchFailedError(said, about=url, kind="slow") from why
        except httpcore.ConnectError as why:
            raise _connect_failure(why, url) from why
        except (httpcore.ProtocolError, httpcore.NetworkError, ssl.SSLError) as why:
            raise FetchFailedError(f"the connection broke: {why or type(why).__name__}", about=url) from why
        except (zlib.error, zstandard.ZstdError) as why:
            raise FetchFailedError(f"the answer cannot be unpacked: {why}", about=url, kind="encoding") from why

    async def _exchange(
        self,
        target: httpx.URL,
        url: str,
        accept: str,
        conditions: dict[str, str],
        largest: int | None,
        cut: bool,
    ) -> Answer:
        limit = largest or self.manners.largest_answer
        headers = {
            "Host": target.netloc.decode("ascii"),
            "User-Agent": self.manners.agent,
            "Accept": accept,
            "Accept-Encoding": ENCODINGS,
            "Accept-Language": "vi,en;q=0.5",
            **conditions,
        }
        address = httpcore.URL(scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path)
        silence = self.manners.seconds_of_silence
        timeouts = {"connect": self.manners.seconds_to_connect, "read": silence, "write": silence, "pool": None}
        async with self._pool.stream(
            "GET", address, headers=list(headers.items()), extensions={"timeout": timeouts}
        ) as response:
            got = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if not cut:
                _check_status(response.status, got, url)
            if response.status != 200:
                return Answer(str(target), str(target), response.status, b"", self._now(), got)
            unpacker = unpacker_for(got.get("content-encoding", ""), limit)
            if unpacker is None:
                raise FetchFailedError(
                    f"packed as {got['content-encoding'][:40]!r}, which was not asked for", about=url, kind="encoding"
                )
            announced = got.get("content-length", "")
            if announced.isdigit() and int(announced) > limit and not cut:
                raise _too_large(limit, url)
            taken = 0
            try:
                async for chunk in response.aiter_stream():
                    taken += len(chunk)
                    unpacker.add(chunk)
            except TooLargeError:
                if not cut:
                    raise _too_large(limit, url) from None
                return Answer(str(target), str(target), 200, unpacker.so_far(), self._now(), got)
            return Answer(str(target), str(target), 200, unpacker.finished(), self._now(), got)


def _check_status(status: int, headers: dict[str, str], url: str) -> None:
    if status in (200, 304, *_TEMPORARY, *_PERMANENT):
        return
    words = _STATUS_WORDS.get(status) or ("the server's error" if status >= 500 else "refused")
    raise FetchFailedError(
        f"status {status}: {words}",
        about=url,
        kind="status",
        status=status,
        retry_after=seconds_to_wait(headers.get("retry-after"), datetime.now(UTC)) if status in (429, 503) else None,
    )


def _too_large(limit: int, url: str) -> FetchFailedError:
    return FetchFailedError(f"more than {limit // 1024} kB", about=url, kind="large")


def _connect_failure(why: Exception, url: str) -> FetchFailedError:
    cause: BaseException | None = why
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            reason = getattr(cause, "verify_message", "") or cause.reason or str(cause)
            return FetchFailedError(f"TLS: {reason}", about=url, kind="tls")
        cause = cause.__cause__ or cause.__context__
    words = str(why) or "no connection"
    if words.startswith("no machine"):
        return FetchFailedError(words, about=url, kind="name")
    return FetchFailedError(f"no connection: {words}", about=url, kind="connect")


def seconds_to_wait(header: str | None, now: datetime) -> float | None:
    """Retry-After, in seconds or as a date; None when it says neither. Never below 0 nor above a day."""
    words = (header or "").strip()
    if words.isdigit():
        return float(min(int(words[:9]), 86400))
    try:
        moment = parsedate_to_datetime(words)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, min((moment - now).total_seconds(), 86400.0))
    except (ValueError, TypeError, OverflowError):
        return None
