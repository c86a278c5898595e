"""The tables, a file an idea. Every public id is a ``key``: opaque, given once, never derived from text that can change."""

from diemtin.store.models.acts import Act, Counter, Pin, Takedown
from diemtin.store.models.articles import Article, Sighting, Version
from diemtin.store.models.captures import Capture
from diemtin.store.models.events import Meeting, MeetingTelling, Person, Statement
from diemtin.store.models.outlets import Outlet, Source
from diemtin.store.models.readers import ReadSum, Vote
from diemtin.store.models.search import SearchEntry
from diemtin.store.models.stories import Features, Membership, Story, Thread, ThreadMembership, WireGroup
from diemtin.store.models.teasers import SeenTeaser

__all__ = [
    "Act",
    "Article",
    "Capture",
    "Counter",
    "Features",
    "Meeting",
    "MeetingTelling",
    "Membership",
    "Outlet",
    "Person",
    "Pin",
    "ReadSum",
    "SearchEntry",
    "SeenTeaser",
    "Sighting",
    "Source",
    "Statement",
    "Story",
    "Takedown",
    "Thread",
    "ThreadMembership",
    "Version",
    "Vote",
    "WireGroup",
]
