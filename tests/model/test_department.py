"""Which departments there are."""

from footlights.model import Actor, Blueprint, Collection, Translations, departments


def found(*actors: Actor) -> list[tuple[str, object, tuple[str, ...]]]:
    return [tuple(each) for each in departments(Blueprint(actors=Collection(actors)))]


def test_nobody_names_any() -> None:
    assert found() == []
    assert found(Actor("clerk", kind="role"), Actor("bank", kind="partner")) == []


def test_names_that_differ_in_case_accents_and_spaces_are_one() -> None:
    actors = (Actor("a", department="Atención  al cliente"), Actor("b", department="atencion al Cliente"), Actor("c", department="Sala"))
    assert found(*actors) == [("atencion-al-cliente", "Atención  al cliente", ("a", "b")), ("sala", "Sala", ("c",))]


def test_translated_names_are_one_by_the_blueprints_own_language() -> None:
    one, two = Translations((("en", "Sales"), ("nl", "Verkoop"))), Translations((("en", "Sales"), ("nl", "De verkoop")))
    assert found(Actor("a", department=one), Actor("b", department=two)) == [("sales", one, ("a", "b"))]


def test_an_actor_that_is_a_department_is_its_own_unless_it_belongs_to_one() -> None:
    actors = (Actor("kitchen", name="Kitchen", kind="department"), Actor("bookings", kind="department", department="Sales"))
    assert found(*actors) == [("kitchen", "Kitchen", ("kitchen",)), ("sales", "Sales", ("bookings",))]
    assert found(Actor("nameless", kind="department")) == [("nameless", "nameless", ("nameless",))]
