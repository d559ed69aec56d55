import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nAns } from './n-ans';

itKeepsItsExamples(nAns);
