# status: 1
import signal
import time


class Alarm(Exception):
    pass


def on_alarm(number, frame):
    raise Alarm("rang in " + frame.f_code.co_name)


def sleeper():
    time.sleep(5)


signal.signal(signal.SIGALRM, on_alarm)
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    sleeper()
except Alarm as error:
    print(error)
signal.setitimer(signal.ITIMER_REAL, 0.02)


def spin():
    n = 0
    while True:
        n += 1


spin()
