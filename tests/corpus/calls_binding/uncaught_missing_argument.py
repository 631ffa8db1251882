# status: 1
class Service:
    def connect(self, host, port, *, timeout):
        return host, port, timeout


def start():
    service = Service()
    return service.connect(
        "localhost",
        retries=3,
    )


start()
