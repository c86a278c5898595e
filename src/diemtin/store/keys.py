"""Public ids: opaque, short, given once.

A counter's number is spread over 35 bits by an odd multiplier (a bijection, so no two are alike) and written in
Crockford's base 32 without vowels' look-alikes. The same desk built again from the same input gets the same ids, and
nobody reads an order or a count out of them.
"""

from __future__ import annotations

from diemtin.store.models import Counter

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_BITS = 35
_SPREAD = 0x2C9277B5F | 1  # odd, so that it has an inverse modulo 2**35; any large odd number does
_MASK = (1 << _BITS) - 1


def spell(letter: str, number: int) -> str:
    """``a`` and 1 -> an id such as ``a5g97w3z``."""
    spread = (number * _SPREAD) & _MASK
    digits = []
    for _ in range(_BITS // 5):
        spread, digit = divmod(spread, 32)
        digits.append(ALPHABET[digit])
    return letter + "".join(digits)


class Keys:
    """Gives keys inside one transaction; ``save`` writes the counters back before it ends."""

    def __init__(self) -> None:
        self._values: dict[str, int] = {}
        self._given: set[str] = set()

    def give(self, letter: str) -> str:
        """The next key of a kind: a(rticle), s(tory), t(hread), w(ire group), m(eeting), q(uote)."""
        self._values[letter] = self._value(letter) + 1
        return spell(letter, self._values[letter])

    def upcoming(self, letter: str, count: int) -> list[str]:
        """The keys that ``give`` will give next; none is given by asking."""
        value = self._value(letter)
        return [spell(letter, value + k) for k in range(1, count + 1)]

    def _value(self, letter: str) -> int:
        if letter not in self._values:
            row = Counter.objects.filter(kind=letter).first()
            self._values[letter] = row.value if row else 0
        return self._values[letter]

    def save(self) -> None:
        for letter, value in self._values.items():
            Counter.objects.update_or_create(kind=letter, defaults={"value": value})

    def forget(self) -> None:
        """After another process may have counted on: read the counters again."""
        self._values.clear()
