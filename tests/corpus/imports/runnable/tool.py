def go():
    print("tool of", __package__)
