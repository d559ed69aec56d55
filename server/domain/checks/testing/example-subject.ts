export * from '../example-subject';
