package dev.understudy.serve.state;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.List;
import java.util.Optional;

/** All jobs of a server, with schedules that were changed while it ran. May be shared by threads. */
public final class Jobs {
    private final List<Job> declared;
    private final History history;

    public Jobs(List<Job> declared, History history) {
        this.declared = List.copyOf(declared);
        this.history = history;
    }

    public List<Job> all() {
        return declared.stream().map(this::current).toList();
    }

    /** @throws UnderstudyException {@link Problem#USAGE} if there is none of that name */
    public Job job(String name) {
        return declared.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .map(this::current)
                .orElseThrow(() -> new UnderstudyException(Problem.USAGE, "There is no job of that name."));
    }

    private Job current(Job job) {
        Optional<Schedule> changed = history.schedule(job.name());
        return changed.isPresent() ? job.at(changed) : job;
    }

    /** From now on; survives a restart. */
    public void change(String name, Schedule schedule) {
        history.change(job(name).name(), schedule);
    }
}
