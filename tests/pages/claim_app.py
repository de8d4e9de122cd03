"""What do the tests of the associations pages do again and again: find a field by its label, press, read the boxes?"""

from streamlit.testing.v1 import AppTest


def press(app: AppTest, label: str) -> None:
    """Press the one button with this label."""
    [found] = [one for one in app.button if one.label == label]
    found.click().run()
    assert not app.exception


def give(app: AppTest, kind: str, label: str, value: object) -> None:
    """Fill in one field: `kind` as AppTest names its widgets."""
    [found] = [one for one in getattr(app, kind) if one.label == label]
    found.set_value(value)
    app.run()
    assert not app.exception


def labels(app: AppTest, kind: str) -> list[str]:
    return [one.label for one in getattr(app, kind)]


def boxes(app: AppTest) -> list[str]:
    return [box.value for kind in (app.error, app.warning, app.info, app.success) for box in kind]


def texts(app: AppTest) -> str:
    """Everything said in Markdown or in a box, without the marks that escape it."""
    said = [*(one.value for one in app.markdown), *(one.value for one in app.caption), *boxes(app)]
    return "\n".join(said).replace("\\", "").replace("\u200b", "")
