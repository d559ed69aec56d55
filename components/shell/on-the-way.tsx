export { OnTheWay } from '../ui/on-the-way';
