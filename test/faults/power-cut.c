/*
 * A disk that loses its power. Preloaded into a process, it keeps every change of one SQLite database
 * by itself and lets it reach a second, "durable" copy only when the process flushes it. At the n-th
 * call the power goes: what was not flushed lands whole, torn at 512 bytes or not at all, each by
 * chance, and the process is killed.
 *
 *   POWER_FILE    the database as the process writes it; its -wal and -journal belong to it
 *   POWER_DURABLE where what a disk would still hold is kept, under the same names
 *   POWER_CALLS   the call at which the power goes
 *   POWER_SEED    of the chance
 *   POWER_DEAF    a flush of a file that ends like this does nothing: a planted fault
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { WRITTEN, CUT, GONE };

struct change {
  enum kind kind;
  char *name; /* what follows POWER_FILE: "", "-wal", "-journal" */
  off_t at;
  size_t size;
  char *bytes;
  struct change *next;
};

enum { SECTOR = 512, LONGEST = 4096 };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static struct change *first, **last = &first;
static long calls;
static unsigned long chance;

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static unsigned long draw(unsigned long sides) {
  chance ^= chance << 13, chance ^= chance >> 7, chance ^= chance << 17;
  return chance % sides;
}

/* What follows POWER_FILE in a path; NULL for files that are none of ours. */
static const char *name_in(const char *path) {
  const char *file = setting("POWER_FILE");
  size_t length = strlen(file);
  if (length == 0 || strncmp(path, file, length) != 0) return NULL;
  const char *name = path + length;
  return strcmp(name, "") == 0 || strcmp(name, "-wal") == 0 || strcmp(name, "-journal") == 0 ? name : NULL;
}

static const char *path_of(int fd, char path[LONGEST]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, LONGEST - 1);
  path[length < 0 ? 0 : length] = 0;
  return path;
}

static int is_folder(const char *path) {
  size_t length = strlen(path);
  return length > 0 && strncmp(setting("POWER_FILE"), path, length) == 0 && setting("POWER_FILE")[length] == '/';
}

static int open_durable(const char *name) {
  char path[LONGEST];
  snprintf(path, sizeof path, "%s%s", setting("POWER_DURABLE"), name);
  return syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

static void land(const struct change *change, size_t from, size_t size) {
  int fd = open_durable(change->name);
  if (syscall(SYS_pwrite64, fd, change->bytes + from, size, change->at + from) != (ssize_t)size) abort();
  close(fd);
}

static void apply(const struct change *change) {
  char path[LONGEST];
  if (change->kind == WRITTEN) {
    land(change, 0, change->size);
  } else if (change->kind == CUT) {
    int fd = open_durable(change->name);
    if (syscall(SYS_ftruncate, fd, change->at) != 0) abort();
    close(fd);
  } else {
    snprintf(path, sizeof path, "%s%s", setting("POWER_DURABLE"), change->name);
    syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  }
}

/* Each sector of a write by itself: a disk promises no more than that. */
static void apply_torn(const struct change *change) {
  for (size_t from = 0; from < change->size;) {
    size_t size = SECTOR - (change->at + from) % SECTOR;
    if (size > change->size - from) size = change->size - from;
    if (draw(2)) land(change, from, size);
    from += size;
  }
}

static void lose_power(void) {
  for (const struct change *one = first; one; one = one->next) {
    unsigned long fate = draw(3);
    if (fate == 1) apply(one);
    else if (fate == 2 && one->kind == WRITTEN) apply_torn(one);
  }
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static void count_call(void) {
  if (calls == 0) chance = strtoul(setting("POWER_SEED"), NULL, 10) * 2654435761u + 88172645463325252u;
  calls += 1;
  if (calls == atol(setting("POWER_CALLS"))) lose_power();
}

static void keep(enum kind kind, const char *name, off_t at, const void *bytes, size_t size) {
  struct change *change = calloc(1, sizeof *change);
  *change = (struct change){ kind, strdup(name), at, size, NULL, NULL };
  if (size > 0) change->bytes = memcpy(malloc(size), bytes, size);
  *last = change;
  last = &change->next;
  count_call();
}

/* Whether the file that was written under this name goes later on. */
static int goes_later(const struct change *from) {
  for (const struct change *one = from; one; one = one->next)
    if (one->kind == GONE && strcmp(one->name, from->name) == 0) return 1;
  return 0;
}

/*
 * Takes out what is now on the disk, in order. A folder's flush, and that of any file, makes names that
 * went go for good, with all that was still to be written under them.
 */
static void flush(const char *name) {
  for (struct change **place = &first, *one; (one = *place);) {
    if (!(name && strcmp(one->name, name) == 0) && !goes_later(one)) {
      place = &one->next;
      continue;
    }
    apply(one);
    *place = one->next;
    free(one->name), free(one->bytes), free(one);
  }
  for (last = &first; *last; last = &(*last)->next) {}
}

static void flushed(int fd) {
  char path[LONGEST];
  const char *name = name_in(path_of(fd, path)), *deaf = setting("POWER_DEAF");
  if (!name && !is_folder(path)) return;
  pthread_mutex_lock(&turn);
  count_call();
  if (!name || *deaf == 0 || strcmp(name, deaf) != 0) flush(name);
  pthread_mutex_unlock(&turn);
}

static void changed(int fd, enum kind kind, off_t at, const void *bytes, size_t size) {
  char path[LONGEST];
  const char *name = name_in(path_of(fd, path));
  if (!name) return;
  pthread_mutex_lock(&turn);
  keep(kind, name, at, bytes, size);
  pthread_mutex_unlock(&turn);
}

static void went(const char *path) {
  const char *name = name_in(path);
  if (!name) return;
  pthread_mutex_lock(&turn);
  keep(GONE, name, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  ssize_t done = syscall(SYS_pwrite64, fd, bytes, size, at);
  if (done > 0) changed(fd, WRITTEN, at, bytes, done);
  return done;
}

int ftruncate64(int fd, off64_t size) {
  int done = syscall(SYS_ftruncate, fd, size);
  if (done == 0) changed(fd, CUT, size, NULL, 0);
  return done;
}

int unlink(const char *path) {
  int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (done == 0) went(path);
  return done;
}

int fsync(int fd) {
  int done = syscall(SYS_fsync, fd);
  if (done == 0) flushed(fd);
  return done;
}

int fdatasync(int fd) {
  int done = syscall(SYS_fdatasync, fd);
  if (done == 0) flushed(fd);
  return done;
}
