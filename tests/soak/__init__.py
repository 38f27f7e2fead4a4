"""The failure scenarios and the fuzz tests at random, for as long as one likes; never part of the test run."""
