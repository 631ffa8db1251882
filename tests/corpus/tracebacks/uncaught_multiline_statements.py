# status: 1
def build(
    first,
    second=None,
    *rest,
):
    result = (
        first
        .upper()
        .split(
            second,
        )[len(
            rest
        )]
    )
    return result


def run():
    values = [
        build("a,b", ","),
        build(
            "c",
            *[
                ";",
                1,
                2,
            ],
        ),
    ]
    return values


run()
