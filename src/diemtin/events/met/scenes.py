"""An article sentence by sentence, as meetings need it: what each says of days, of whom it was spoken before, its frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from diemtin.events.beings.chains import find_chain
from diemtin.events.beings.nouns import Chunk, Person, Sentence
from diemtin.events.beings.people import Cast
from diemtin.events.met.condensed import Condensed, condense
from diemtin.events.met.course import Course
from diemtin.events.met.frames import Frame, find_frames
from diemtin.events.met.guests import find_foreign_state, find_guests
from diemtin.events.met.levels import is_below_ministers, is_of_years
from diemtin.events.met.ministers import Together, find_joint, find_together, is_of_now
from diemtin.events.met.participants import distinct
from diemtin.events.met.pronouns import find_topic, resolve_pronouns
from diemtin.events.met.when import find_day
from diemtin.language.timex import Time, find_times
from diemtin.news import Day, Link


@dataclass(slots=True)
class Scene:
    """A sentence with its frames, and what the article told before it."""

    sentence: Sentence
    condensed: Condensed | None
    """``None``: a headline or a question, which tell no meeting."""
    times: Sequence[Time]
    day: Day | None
    """The day the article was just speaking of."""
    recent: list[Person]
    """The persons named last; ``crowd`` of them in the last sentence that names any."""
    crowd: int
    states: list[str]
    """The states of the last sentence that names several."""
    chain: tuple[Link, ...]
    frames: list[Frame] = field(default_factory=list)

    @property
    def triggers(self) -> list[int]:
        return [frame.trigger for frame in self.frames]

    @property
    def is_press(self) -> bool:
        """Does everything here tell of a press conference?"""
        return all(is_press_conference(frame) for frame in self.frames)


def read_scenes(sentences: Sequence[Sentence], cast: Cast) -> list[Scene]:
    """A scene for every sentence, in order; pronouns that stand for a side are resolved."""
    course = Course()
    recent: list[Person] = []
    crowd = 0
    states: list[str] = []
    abroad: str | None = None
    topic: Chunk | None = None
    found: list[Scene] = []
    resolve_pronouns(sentences)
    together = find_together(sentences)
    for sentence in sentences:
        times = course.with_years(sentence, find_times(sentence.text), cast)
        told = sentence.passage != -1 and not sentence.text.rstrip().endswith("?")
        condensed = condense(sentence, times, topic) if told else None
        scene = Scene(sentence, condensed, times, course.at(sentence), recent, crowd, states, find_chain(sentence))
        if condensed is not None:
            abroad = find_foreign_state(condensed, abroad)
            scene.frames = _frames(scene, condensed, abroad, together, cast)
        found.append(scene)
        course.read(sentence, times, cast)
        here = list(dict.fromkeys(c.country for c in sentence.chunks if c.kind in "CK" and c.country))
        states = here if len(here) > 1 else states
        topic = find_topic(sentence) or (topic if not any(c.kind in "PO" for c in sentence.chunks) else None)
        persons = [c.person for c in sentence.chunks if c.kind == "P" and c.person is not None]
        if persons:
            pair = _pair(scene.frames)
            recent, crowd = distinct([*pair, *persons, *recent])[:6], len(pair or distinct(persons))
    return found


def _pair(frames: Sequence[Frame]) -> list[Person]:
    """The only two persons who meet in a sentence: whom "hai ông" means in the next, whoever told it."""
    met = [[side.person for side in frame.sides if side.person is not None] for frame in frames]
    one = next((persons for persons in met if len(persons) == 2), [])
    return one if all(set(map(id, persons)) == set(map(id, one)) for persons in met) else []


def _frames(scene: Scene, condensed: Condensed, abroad: str | None, together: Together, cast: Cast) -> list[Frame]:
    frames = find_frames(condensed)
    guests = find_guests(condensed, abroad)
    if guests is not None and all(set(frame.kinds) <= set("CB") for frame in frames):
        frames = [guests]
    joint = find_joint(condensed, together)
    if joint is not None and all(set(frame.kinds) <= set("rC") for frame in frames):
        now = is_of_now(find_day(joint, scene.times, cast, scene.day, [joint.trigger]), cast)
        frames = [joint] if now else frames
    return [one for one in frames if not (is_below_ministers(one, scene.times) or is_of_years(one, scene.times))]


def is_press_conference(frame: Frame) -> bool:
    """Facing the press together is no meeting of its own; it may tell the day of one that another sentence tells."""
    return "họp báo" in frame.sentence.chunks[frame.trigger].text.lower()
