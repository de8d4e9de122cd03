"""How does text from a file reach the screen as text, and as nothing else?"""

import re
from html import escape

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=])")


def plain(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> plain("A *bold* [link](x)")
    'A \\\\*bold\\\\* \\\\[link\\\\]\\\\(x\\\\)'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def html(text: str) -> str:
    """Text that HTML shows as it is, also inside an attribute.

    >>> html('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(text, quote=True)
