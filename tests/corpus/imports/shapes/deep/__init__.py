print("executing", __name__)
