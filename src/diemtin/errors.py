"""The error tree. Every error says what it was about (url, outlet, id), what is wrong, and what to do.

``diemtin`` raises nothing else on purpose: a caller that catches ``DiemTinError`` has caught everything that bad input or
a bad network can cause. The message is one line for a person; ``about`` is for programs.
"""

from __future__ import annotations


class DiemTinError(Exception):
    """Something that a person can act on."""

    def __init__(self, message: str, *, about: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.about = about
        """The url, file, outlet or id it was about."""
        self.hint = hint
        """What to do."""

    def __str__(self) -> str:
        where = f"{self.about}: " if self.about else ""
        what = f"; {self.hint}" if self.hint else ""
        return f"{where}{self.message}{what}"

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.message, self.about, self.hint)


def _again(kind: type[DiemTinError], message: str, about: str | None, hint: str | None) -> DiemTinError:
    """Errors cross process borders: pickle needs to call with keywords."""
    return kind(message, about=about, hint=hint)


class InputError(DiemTinError):
    """A file or line that cannot be taken: torn gzip, not JSON, an unknown ending."""


class PageError(InputError):
    """A page that cannot be read: too large, too deep, binary, undecodable."""


class FetchError(DiemTinError):
    """An address that gave nothing: network, status, limits, manners."""


class ForbiddenAddress(FetchError):
    """An address that must not be asked: private range, wrong scheme, refused by robots.txt."""


class FeedError(InputError):
    """A feed or sitemap in which nothing can be found."""


class DeskError(DiemTinError):
    """A desk that is missing, of another version, locked or not whole."""


class NotFound(DeskError):
    """A ``get_`` found nothing under that id."""


class UsageError(DiemTinError):
    """Wrong use on the command line or in a setting: exit code 2."""
