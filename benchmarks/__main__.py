"""Run every benchmark, one after the other."""

from benchmarks import cohort, consultation, criteria, inquiries, learners, threads

if __name__ == "__main__":
    consultation.main()
    print()
    criteria.main()
    print()
    inquiries.main()
    print()
    threads.main()
    print()
    learners.main()
    print()
    cohort.main()
