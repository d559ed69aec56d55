import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nOntime } from './n-ontime';

itKeepsItsExamples(nOntime);
