"""Help texts."""


def prose(text: str) -> str:
    """Join the lines of paragraphs; examples, which are dim, stay lines."""
    parts = text.strip().split("\n\n")
    return "\n\n".join(part if "[dim]" in part else " ".join(part.split()) for part in parts)
