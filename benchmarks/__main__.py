"""Run every benchmark, one after the other."""

from benchmarks import consultation, threads

if __name__ == "__main__":
    consultation.main()
    print()
    threads.main()
