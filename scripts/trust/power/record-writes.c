/*
 * Loaded before libc (LD_PRELOAD): writes down, in their order, all that a process does to the files below a folder and what of it
 * it waits for the disk to have. What would be there after a loss of power is reckoned from it (disk-model.ts).
 *
 * RECORD_ROOT: the folder, an absolute path. RECORD_LOG: the file of the recording, outside of the folder.
 * RECORD_DIES_AT: the record after which the process kills itself, which no other process could hit so well.
 * A record: the head below, then a path, a second path, bytes. A call that could change a file
 * unseen ends the process; what slipped through all the same is found by comparing the last state with the folder itself.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, CLOSE, WRITE, RESIZE, FLUSH, RENAME, UNLINK, MKDIR, RMDIR, TOLD, LINK };

struct head {
  uint32_t kind;
  int32_t fd;
  uint32_t path_bytes, other_bytes;
  int64_t number; /* of OPEN its flags, of WRITE where, of RESIZE how long */
  uint64_t data_bytes;
};

#define MOST_FDS 65536
/* By number of an open file: which it was when it was opened. */
static struct { char is_ours; dev_t device; ino_t inode; } opened[MOST_FDS];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int recording = -1;
static const char *root;
static long dies_at, records;
static long (*libc_syscall)(long, ...);
static void find_syscall(void) { *(void **)&libc_syscall = dlsym(RTLD_NEXT, "syscall"); }
#define sys (libc_syscall ? (void)0 : find_syscall(), libc_syscall)

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("RECORD_LOG");
  const char *number = getenv("RECORD_DIES_AT");
  root = getenv("RECORD_ROOT");
  dies_at = number ? atol(number) : 0;
  if (log && root) recording = (int)sys(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void give_up(const char *what) {
  dprintf(2, "record-writes: %s\n", what);
  abort();
}

static void record(int kind, int fd, int64_t number, const char *path, const char *other, const void *data, size_t bytes) {
  struct head head = {kind, fd, path ? strlen(path) : 0, other ? strlen(other) : 0, number, bytes};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path_bytes}, {(void *)other, head.other_bytes}, {(void *)data, bytes}};
  size_t all = sizeof head + head.path_bytes + head.other_bytes + bytes;
  if ((size_t)sys(SYS_writev, recording, parts, 4) != all) give_up("the recording cannot be written");
  if (++records == dies_at) kill(getpid(), SIGKILL);
}

/* The absolute path, where it is below the root; else NULL. */
static const char *below(int folder, const char *path, char *whole) {
  if (recording < 0 || !path) return NULL;
  if (path[0] == '/') snprintf(whole, PATH_MAX, "%s", path);
  else {
    char of[PATH_MAX] = "";
    if (folder == AT_FDCWD) { if (!getcwd(of, sizeof of)) return NULL; }
    else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t length = readlink(link, of, sizeof of - 1);
      if (length < 0) return NULL;
      of[length] = 0;
    }
    if (snprintf(whole, PATH_MAX, "%s/%s", of, path) >= PATH_MAX) return NULL;
  }
  size_t length = strlen(root);
  if (strncmp(whole, root, length) != 0 || (whole[length] != '/' && whole[length] != 0)) return NULL;
  return whole;
}

/* libuv closes files by the system's number of that call, past us, and the next socket has their number. */
static int ours(int fd) {
  struct stat now;
  if (recording < 0 || fd < 0 || fd >= MOST_FDS || !opened[fd].is_ours) return 0;
  if (fstat(fd, &now) == 0 && now.st_dev == opened[fd].device && now.st_ino == opened[fd].inode) return 1;
  opened[fd].is_ours = 0;
  return 0;
}

/* One call at a time, and its record before the next: their order in the recording is the one in which they happened. */
#define IN_TURN(call, on_success) \
  pthread_mutex_lock(&turn); \
  long result = (call); \
  int error = errno; \
  if (result >= 0) { on_success; } \
  pthread_mutex_unlock(&turn); \
  errno = error; \
  return result

static int open_at(int folder, const char *path, int flags, mode_t mode) {
  char whole[PATH_MAX];
  const char *known = below(folder, path, whole);
  if (!known) return (int)sys(SYS_openat, folder, path, flags | O_LARGEFILE, mode);
  IN_TURN(sys(SYS_openat, folder, path, flags | O_LARGEFILE, mode), {
    if (result >= MOST_FDS) give_up("too many files are open");
    struct stat now;
    if (fstat(result, &now) != 0) give_up("a file that was opened is not there");
    opened[result].is_ours = 1;
    opened[result].device = now.st_dev;
    opened[result].inode = now.st_ino;
    record(OPEN, result, flags, known, NULL, NULL, 0);
  });
}

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_at(folder, path, flags, mode); }

int close(int fd) {
  if (!ours(fd)) return (int)sys(SYS_close, fd);
  opened[fd].is_ours = 0;
  IN_TURN(sys(SYS_close, fd), record(CLOSE, fd, 0, NULL, NULL, NULL, 0));
}

ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t at) {
  if (!ours(fd)) return sys(SYS_pwrite64, fd, data, bytes, at);
  IN_TURN(sys(SYS_pwrite64, fd, data, bytes, at), record(WRITE, fd, at, NULL, NULL, data, result));
}
ssize_t pwrite(int fd, const void *data, size_t bytes, off_t at) { return pwrite64(fd, data, bytes, at); }

ssize_t write(int fd, const void *data, size_t bytes) {
  if (!ours(fd)) return sys(SYS_write, fd, data, bytes);
  IN_TURN(sys(SYS_write, fd, data, bytes), record(WRITE, fd, lseek(fd, 0, SEEK_CUR) - result, NULL, NULL, data, result));
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (ours(fd)) give_up("writev to a file that is recorded");
  return sys(SYS_writev, fd, parts, count);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  if (ours(fd)) give_up("pwritev to a file that is recorded");
  return sys(SYS_pwritev, fd, parts, count, at, 0);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t bytes) {
  static char part[1 << 16];
  if (!ours(to)) return sys(SYS_sendfile, to, from, at, bytes);
  ssize_t got = at ? sys(SYS_pread64, from, part, bytes < sizeof part ? bytes : sizeof part, *at)
                   : sys(SYS_read, from, part, bytes < sizeof part ? bytes : sizeof part);
  if (got <= 0) return got;
  ssize_t put = write(to, part, got);
  if (put > 0 && at) *at += put;
  return put;
}

/* What libuv asks the system for by number. */
long syscall(long number, ...) {
  long given[6];
  va_list rest;
  va_start(rest, number);
  for (int index = 0; index < 6; index += 1) given[index] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && ours((int)given[2])) {
    errno = ENOSYS;
    return -1;
  }
  return sys(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}

int ftruncate64(int fd, off64_t bytes) {
  if (!ours(fd)) return (int)sys(SYS_ftruncate, fd, bytes);
  IN_TURN(sys(SYS_ftruncate, fd, bytes), record(RESIZE, fd, bytes, NULL, NULL, NULL, 0));
}
int ftruncate(int fd, off_t bytes) { return ftruncate64(fd, bytes); }

int fsync(int fd) {
  if (!ours(fd)) return (int)sys(SYS_fsync, fd);
  IN_TURN(sys(SYS_fsync, fd), record(FLUSH, fd, 0, NULL, NULL, NULL, 0));
}
int fdatasync(int fd) {
  if (!ours(fd)) return (int)sys(SYS_fdatasync, fd);
  IN_TURN(sys(SYS_fdatasync, fd), record(FLUSH, fd, 0, NULL, NULL, NULL, 0));
}

int rename(const char *from, const char *to) {
  char first[PATH_MAX], second[PATH_MAX];
  const char *old = below(AT_FDCWD, from, first), *new = below(AT_FDCWD, to, second);
  if (!old != !new) give_up("a name that moves into the folder or out of it");
  if (!old) return (int)sys(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  IN_TURN(sys(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), record(RENAME, -1, 0, old, new, NULL, 0));
}

static int on_name(int kind, const char *path, int syscall_number, int extra) {
  char whole[PATH_MAX];
  const char *known = below(AT_FDCWD, path, whole);
  if (!known) return (int)sys(syscall_number, AT_FDCWD, path, extra);
  IN_TURN(sys(syscall_number, AT_FDCWD, path, extra), record(kind, -1, 0, known, NULL, NULL, 0));
}
int unlink(const char *path) { return on_name(UNLINK, path, SYS_unlinkat, 0); }
int rmdir(const char *path) { return on_name(RMDIR, path, SYS_unlinkat, AT_REMOVEDIR); }
int mkdir(const char *path, mode_t mode) { return on_name(MKDIR, path, SYS_mkdirat, mode); }
int link(const char *from, const char *to) {
  char first[PATH_MAX], second[PATH_MAX];
  const char *old = below(AT_FDCWD, from, first), *new = below(AT_FDCWD, to, second);
  if (!old != !new) give_up("a name of a file that is recorded, outside of the folder");
  if (!old) return (int)sys(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
  IN_TURN(sys(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0), record(LINK, -1, 0, old, new, NULL, 0));
}
