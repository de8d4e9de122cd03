"""How does text from a file reach the screen as text, and as nothing else?"""

import re
from html import escape

# Escapes do not keep a bare address from becoming a link, nor :material/home: a picture; an unseen space inside does.
_ADDRESS = re.compile(r"\b(?:https?|ftp|mailto|xmpp):|\bwww(?=\.)|@|:(?=[a-z][\w+/-]*:)", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=])")


def plain(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> plain("A *bold* [link](x)")
    'A \\\\*bold\\\\* \\\\[link\\\\]\\\\(x\\\\)'
    >>> plain(":smile: at 10:30:00")
    '\\\\:\\u200bsmile\\\\: at 10\\\\:30\\\\:00'
    """
    unlinked = _ADDRESS.sub("\\g<0>\u200b", " ".join(text.split()))
    return _MARKDOWN.sub(r"\\\1", unlinked)


def html(text: str) -> str:
    """Text that HTML shows as it is, also inside an attribute.

    >>> html('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(text, quote=True)
