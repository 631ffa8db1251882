# status: 1
def größe(wert):
    return "ßßß" + "日本語" + wert * (3 + "é") + "tail"


größe("x")
