# run: --all
# status: 1
import json


class Odd:
    pass


def save(values):
    return json.dumps({"values": values}, indent=1)


print(save([1]))
save([Odd()])
