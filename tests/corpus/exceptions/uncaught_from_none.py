# status: 1
class ConfigurationError(Exception):
    pass


def convert(text):
    try:
        return int(text)
    except ValueError:
        raise ConfigurationError(f"{text!r} is no number") from None


print(convert("12"))
convert("twelve")
