# status: 1
try:
    import no_such_module_at_all
except ModuleNotFoundError as error:
    print(error, error.name, error.path)
import os.no_such_submodule
