"""Run every benchmark, one after the other."""

from benchmarks import consultation, criteria, threads

if __name__ == "__main__":
    consultation.main()
    print()
    criteria.main()
    print()
    threads.main()
