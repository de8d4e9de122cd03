"""How does text from a file reach the screen as text, and as nothing else?"""

import re
from html import escape

# Escapes do not keep Markdown from making a link of a bare address; an unseen space inside it does.
_ADDRESS = re.compile(r"\b(?:https?|ftp|mailto|xmpp):|\bwww(?=\.)|@", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=])")


def plain(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> plain("A *bold* [link](x)")
    'A \\\\*bold\\\\* \\\\[link\\\\]\\\\(x\\\\)'
    """
    unlinked = _ADDRESS.sub("\\g<0>\u200b", " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", unlinked)


def html(text: str) -> str:
    """Text that HTML shows as it is, also inside an attribute.

    >>> html('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(text, quote=True)
