# status: 1
data = {"a": {"b": [1, 2, None]}}


def reach(path):
    return data["a"]["b"][2]["c"] + path


print(data["a"]["b"][1])
reach("x")
