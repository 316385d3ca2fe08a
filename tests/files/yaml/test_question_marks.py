"""A text that ends in a question mark is not the sign of a complex key, whatever stands below it."""

from footlights.files.yaml.nodes import Map, parse


def test_a_question_above_a_key() -> None:
    node, found = parse('? "never"\n: x\n', "a")
    assert [diagnostic.slug for diagnostic in found] == ["complex-key"]
    node, found = parse("en: Who reviews it?\nnl: Wie bekijkt het?\nes: ¿Quién?\nmore: a ? b\n", "a")
    assert found == ()
    assert isinstance(node, Map)
    assert [entry.key.value for entry in node.entries] == ["en", "nl", "es", "more"]
