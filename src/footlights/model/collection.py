"""An ordered, immutable mapping of elements by id; two are equal when they hold the same elements in the same order."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Generic, Protocol, TypeVar

__all__ = ["Collection", "HasId"]


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=HasId)


class Collection(Mapping[str, T], Generic[T]):
    """Elements by id, in their order. Every change gives a new collection; the old one stays as it was."""

    __slots__ = ("_by_id",)

    def __init__(self, elements: Iterable[T] = ()) -> None:
        self._by_id: dict[str, T] = {element.id: element for element in elements}

    def __getitem__(self, id: str) -> T:
        return self._by_id[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    # the views of the dictionary itself: the ones of Mapping look every element up again
    def values(self) -> ValuesView[T]:
        return self._by_id.values()

    def items(self) -> ItemsView[str, T]:
        return self._by_id.items()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Collection):
            return NotImplemented
        return list(self._by_id.items()) == list(other._by_id.items())

    def __hash__(self) -> int:
        return hash(tuple(self._by_id))

    def __repr__(self) -> str:
        return f"Collection({list(self._by_id.values())!r})"

    def replaced(self, element: T) -> Collection[T]:
        """The same order with the element of this id exchanged; raises KeyError when there is none."""
        if element.id not in self._by_id:
            raise KeyError(element.id)
        return Collection(element if old == element.id else value for old, value in self._by_id.items())

    def inserted(self, element: T, after: str | None) -> Collection[T]:
        """With the element put in behind `after`; None means first. Raises KeyError when `after` is not there."""
        if after is None:
            return Collection([element, *self._by_id.values()])
        if after not in self._by_id:
            raise KeyError(after)
        out: list[T] = []
        for id, value in self._by_id.items():
            out.append(value)
            if id == after:
                out.append(element)
        return Collection(out)

    def without(self, id: str) -> Collection[T]:
        """Without the element of this id; raises KeyError when there is none."""
        if id not in self._by_id:
            raise KeyError(id)
        return Collection(value for old, value in self._by_id.items() if old != id)
