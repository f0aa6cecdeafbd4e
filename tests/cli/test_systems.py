"""Every system of the articles runs by name, at every site it makes sense for; without --long each at some of them."""

import os
import unittest

from percuta_process import PercutaCase

FACE = ("forehead", "glabella", "temple", "lateral-canthus", "under-eye", "cheek", "nose", "nasolabial-fold", "upper-lip", "chin")
BODY = ("neck", "forearm", "upper-arm", "abdomen", "thigh", "buttock", "back")
EVERYWHERE = FACE + ("eyelid",) + BODY
WHERE = {  # Needles of 4 mm and more, and heat, are for sites with room below the skin; a lid's skin and fat are as thin as
    # 0.6 mm and the eye lies behind them, so needles of 1 mm and more are refused there.
    "S1": EVERYWHERE, "S2": EVERYWHERE, "S3": FACE + BODY, "S4": FACE + BODY, "S5": FACE + BODY, "S6": FACE + BODY,
    "S7": ("cheek", "chin", "neck", "upper-arm", "abdomen", "thigh", "buttock"),
}


class Systems(PercutaCase):
    def test_every_system_runs_at_every_site_that_it_makes_sense_for(self) -> None:
        for system, sites in WHERE.items():
            self.done("new", system)
            apart = 1 if os.environ.get("PERCUTA_LONG") else 5
            for site in sites[int(system[1:]) % apart::apart]:
                with self.subTest(system=system, site=site):
                    results = self.results(f"{system}.toml", "-n", 4, "--set", f"site.name={site}",
                                           "--set", "site.area=1 cm2", "--set", "course.sessions=1")
                    self.assertGreater(results["coverage"]["density"]["value"], 0)
                    for room in ("coverage", "insertion", "closure"):
                        for name, quantity in results[room].items():
                            self.assertLessEqual(quantity["low"], quantity["value"], f"{room}.{name}")
                            self.assertLessEqual(quantity["value"], quantity["high"], f"{room}.{name}")


if __name__ == "__main__":
    unittest.main()
